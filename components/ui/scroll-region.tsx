"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { cn } from "@/lib/ui/cn";

interface ScrollRegionProps {
  /** Says what scrolls, when it does. */
  label: string;
  children: ReactNode;
  className?: string;
}

/** Scrolls what is too wide. Joins the tab order only while something is out of sight, so that keys can scroll it. */
export function ScrollRegion({ label, children, className }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  const [overflows, setOverflows] = useState(false);

  useEffect(() => {
    const element = region.current;
    if (!element) return;

    const observer = new ResizeObserver(() =>
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  return (
    <section
      ref={region}
      aria-label={label}
      data-slot="scroll-region"
      tabIndex={overflows ? 0 : undefined}
      className={cn("relative overflow-auto focus-visible:outline-offset-[-2px]", className)}
    >
      {children}
    </section>
  );
}
