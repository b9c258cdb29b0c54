type Setting = {
  readonly nonce: string;
  /** Pages reach us by https. */
  readonly isSecure: boolean;
  /** Hot reload needs eval, sockets and styles of its own. */
  readonly isDevelopment: boolean;
};

/**
 * What every answer says, with or without the proxy in front. `same-origin` rather than `no-referrer`: with the latter
 * browsers send `Origin: null` with forms, which we refuse (S-44).
 */
export const baseHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // What needs no nonce holds without the proxy too; browsers obey both policies where there are two.
  "Content-Security-Policy": "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
};

/** What a page's answer says beside `baseHeaders`. */
export function pageHeaders(setting: Setting): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(setting),
    // Next says so too where it renders a page, but not with the redirects that it makes by itself (S-46).
    "Cache-Control": "private, no-store",
    ...(setting.isSecure && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
  };
}

/**
 * Scripts run by the request's nonce only, and what they load with them. Style elements need the nonce; style attributes are
 * allowed, because the server renders them for parts that are hidden or placed (they can carry no script).
 */
export function contentSecurityPolicy({ nonce, isSecure, isDevelopment }: Setting): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
