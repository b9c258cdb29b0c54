"use client";

import { useEffect, useState } from "react";

type Look = "light" | "dark";

/**
 * A mail's HTML as a mail program shows it: in a frame without scripts, forms, links or an origin of its own. The frame obeys the
 * page's policy for styles, so the mail's style element is given the nonce of this very document.
 */
export function MailFrame({ html, look, label }: { html: string; look: Look; label: string }) {
  const [nonce, setNonce] = useState<string>();
  useEffect(() => {
    setNonce(document.querySelector<HTMLElement>("script[nonce], style[nonce]")?.nonce ?? "");
  }, []);
  if (nonce === undefined) return <div className="h-[36rem]" />;

  return (
    <iframe
      title={label}
      sandbox=""
      srcDoc={shown(html, look, nonce)}
      data-slot="mail-frame"
      className="h-[36rem] w-full rounded-b-surface border-t bg-surface"
    />
  );
}

/** Shows the chosen look, whatever this device prefers. */
function shown(html: string, look: Look, nonce: string): string {
  return html
    .replace("<style>", `<style nonce="${nonce}">`)
    .replace("(prefers-color-scheme: dark)", look === "dark" ? "all" : "not all")
    .replace('content="light dark"', `content="${look}"`);
}
