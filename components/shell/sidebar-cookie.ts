/** Name of the cookie that keeps the sidebar as it was left: "collapsed" or "open". */
export const sidebarCookie = "panel1_sidebar";

/** Keeps it for a year, in the browser. */
export function rememberCollapsed(isCollapsed: boolean): void {
  const year = 365 * 24 * 60 * 60;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where panels are tried out.
  document.cookie = `${sidebarCookie}=${isCollapsed ? "collapsed" : "open"}; path=/; max-age=${year}; samesite=lax`;
}
