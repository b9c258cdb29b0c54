"use client";

import { useEffect } from "react";

/** Shows the page in a colour while it is being chosen, and puts back what was there when it is left. */
export function useBrandPreview(colour: string | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const before = style.getPropertyValue("--brand");
    if (colour === undefined) style.removeProperty("--brand");
    else style.setProperty("--brand", colour);
    return () => {
      if (before === "") style.removeProperty("--brand");
      else style.setProperty("--brand", before);
    };
  }, [colour]);
}
