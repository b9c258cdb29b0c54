"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "./toast";
import { TooltipProvider } from "./tooltip";

interface UiProvidersProps {
  dir: "ltr" | "rtl";
  /** Of the request's Content-Security-Policy, for the script that sets the theme before the first paint. */
  nonce?: string;
  labels: { notifications: string; close: string };
  children: ReactNode;
}

/** What the components need around them: theme, direction, tooltips, toasts. Once, in the root layout's <body>. */
export function UiProviders({ dir, nonce, labels, children }: UiProvidersProps) {
  return (
    <CSPProvider nonce={nonce}>
      <ThemeProvider
        attribute="class"
        defaultTheme="system"
        enableSystem
        disableTransitionOnChange
        nonce={nonce}
      >
        <DirectionProvider direction={dir}>
          <TooltipProvider>{children}</TooltipProvider>
          <Toaster label={labels.notifications} closeLabel={labels.close} />
        </DirectionProvider>
      </ThemeProvider>
    </CSPProvider>
  );
}
