import type { Sent } from "./request";

export type Probe = { name: string; make(path: string): Sent };

const rsc = { rsc: "1" };
const prefetch = { "next-router-prefetch": "1" };
const last = (path: string) => path.split("/").at(-1) ?? "";

const withHeaders = (name: string, headers: Sent["headers"] & {}): Probe => ({
  name,
  make: (path) => ({ path, headers }),
});
const withPath = (
  name: string,
  change: (path: string) => string,
  headers: Sent["headers"] & {} = {},
): Probe => ({
  name,
  make: (path) => ({ path: change(path), headers }),
});
const subrequest = "x-middleware-subrequest";

/**
 * Ways by which a request has reached a page past its guard, in this framework or in another; `path` is a guarded page's. These take the
 * guard by surprise, and are tried at every page.
 */
export const probes: Probe[] = [
  // CVE-2025-29927: a header that told the framework that its middleware had run already.
  ...["middleware", "src/middleware", "proxy", "src/proxy", "pages/_middleware"].flatMap((name) => [
    withHeaders(`subrequest ${name}`, { [subrequest]: name }),
    withHeaders(`subrequest ${name} five times`, { [subrequest]: Array(5).fill(name).join(":") }),
  ]),
  withHeaders("subrequest id", { [subrequest]: "proxy", "x-middleware-subrequest-id": "0" }),
  withHeaders("middleware next", { "x-middleware-next": "1" }),
  withHeaders("middleware rewrite", { "x-middleware-rewrite": "/admin/clients" }),
  withHeaders("middleware invoke", { "x-middleware-invoke": "1", "x-middleware-prefetch": "1" }),
  withHeaders("middleware override", {
    "x-middleware-override-headers": "cookie",
    "x-middleware-request-cookie": "authjs.session-token=x",
  }),

  // Headers by which the framework or its host speak to themselves.
  withHeaders("matched path", { "x-matched-path": "/sign-in" }),
  {
    name: "matched path from the front page",
    make: (path) => ({ path: "/", headers: { "x-matched-path": path } }),
  },
  { name: "invoke path", make: (path) => ({ path: "/sign-in", headers: { "x-invoke-path": path } }) },
  {
    name: "invoke output",
    make: (path) => ({
      path: "/sign-in",
      headers: {
        "x-invoke-path": path,
        "x-invoke-output": path,
        "x-invoke-status": "200",
        "x-invoke-query": "{}",
      },
    }),
  },
  { name: "original url", make: (path) => ({ path: "/", headers: { "x-original-url": path } }) },
  { name: "rewrite url", make: (path) => ({ path: "/", headers: { "x-rewrite-url": path } }) },
  {
    name: "now route matches",
    make: (path) => ({ path: "/sign-in", headers: { "x-now-route-matches": `1=${path}` } }),
  },
  withHeaders("nextjs data", { "x-nextjs-data": "1" }),
  withHeaders("prerender revalidate", {
    "x-prerender-revalidate": "1",
    "x-prerender-revalidate-if-generated": "1",
  }),
  withHeaders("resume", { "next-resume": "1" }),
  withHeaders("forwarded as the server itself", { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" }),
  withHeaders("html request id", { "next-html-request-id": "1", "x-nextjs-html-request-id": "1" }),

  // The page as the router of the browser asks for it.
  withHeaders("RSC", rsc),
  withHeaders("RSC prefetch", { ...rsc, ...prefetch }),
  withHeaders("RSC runtime prefetch", { ...rsc, "next-router-prefetch": "2" }),
  withHeaders("RSC state", {
    ...rsc,
    "next-router-state-tree": encodeURIComponent(
      '["",{"children":["admin",{"children":["__PAGE__",{}]}]},null,null,true]',
    ),
  }),
  withHeaders("RSC state that is no tree", { ...rsc, "next-router-state-tree": "%5B%22%22%2C1%5D" }),
  withHeaders("RSC segment of the tree", { ...rsc, ...prefetch, "next-router-segment-prefetch": "/_tree" }),
  withHeaders("RSC segment of the index", { ...rsc, ...prefetch, "next-router-segment-prefetch": "/_index" }),
  withHeaders("RSC segment of the page", {
    ...rsc,
    ...prefetch,
    "next-router-segment-prefetch": "/admin/__PAGE__",
  }),
  withHeaders("RSC next url", { ...rsc, "next-url": "/sign-in" }),
  withHeaders("RSC hot reload", { ...rsc, "next-hmr-refresh": "1" }),
  withPath("RSC by query", (path) => `${path}?_rsc=abcde`, rsc),
  withPath(".rsc", (path) => `${path}.rsc`),
  withPath(".rsc with header", (path) => `${path}.rsc`, rsc),
  withPath(".prefetch.rsc", (path) => `${path}.prefetch.rsc`),
  withPath(".segments tree", (path) => `${path}.segments/_tree.segment.rsc`),
  withPath(".segments page", (path) => `${path}.segments/admin/__PAGE__.segment.rsc`),
  withPath(".json", (path) => `${path}.json`),
  withPath(".html", (path) => `${path}.html`),
  withPath(".txt", (path) => `${path}.txt`),
  withPath("_next/data", (path) => `/_next/data/build${path}.json`),
  withPath("_next/data index", (path) => `/_next/data/build${path}/index.json`),

  // Parameters by which the framework names parts of a path.
  withPath("nxtP", (path) => `${path}?nxtPclientId=${last(path)}`),
  withPath("nxtP on the front page", (path) => `/?nxtPclientId=${last(path)}`),
  withPath("nxtI", (path) => `${path}?nxtIclientId=${last(path)}`),
  withPath("bracket parameters", (path) => `${path}?%5BclientId%5D=${last(path)}`),
  withPath("action by query", (path) => `${path}?__nextaction=1&__next=1`),
  withPath("locale parameters", (path) => `${path}?__nextLocale=en&__nextDefaultLocale=en&__nextDataReq=1`),
];

/** These ask for the same path in another way, which the router reads the same way for every path of a shape. */
export const spellings: Probe[] = [
  // Spellings of the path.
  withPath("slash at the end", (path) => `${path}/`),
  withPath("two slashes in front", (path) => `/${path}`),
  withPath("two slashes within", (path) => path.replace("/admin/", "/admin//")),
  withPath("backslash", (path) => path.replaceAll("/", "\\").replace("\\", "/")),
  withPath("dot segment", (path) => path.replace("/admin", "/./admin")),
  withPath("through another folder", (path) => `/sign-in/..${path}`),
  withPath("through another folder, encoded", (path) => `/sign-in/%2e%2e${path}`),
  withPath("through static files", (path) => `/_next/static/..${path}`),
  withPath("through static files, encoded", (path) => `/_next/static/%2e%2e/%2e%2e${path}`),
  withPath("through the API", (path) => `/api/..${path}`),
  withPath("encoded slash", (path) => path.replace(/\/([^/]*)$/, "%2f$1")),
  withPath("encoded twice", (path) => path.replace("/admin", "/%2561dmin")),
  withPath("encoded letter", (path) => path.replace("/admin", "/%61dmin")),
  withPath("encoded letters throughout", (path) =>
    path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  ),
  withPath("dot at the end", (path) => `${path}.`),
  withPath("encoded dot at the end", (path) => `${path}%2e`),
  withPath("space at the end", (path) => `${path}%20`),
  withPath("zero byte", (path) => `${path}%00`),
  withPath("semicolon", (path) => `${path};a=b`),
  withPath("semicolon in front", (path) => `/;${path}`),
  withPath("fragment", (path) => `${path}%23`),
  withPath("query mark, encoded", (path) => `${path}%3f`),
  withPath("upper case", (path) => path.replace("/admin", "/ADMIN").replace("/portal", "/Portal")),
  withPath("wide letters", (path) => path.replace("admin", "%EF%BD%81dmin")),
  withPath("language in front", (path) => `/en${path}`),
  withPath("route group in front", (path) => `/(auth)${path}`),
  withPath("parallel slot", (path) => `${path}/@modal`),
  withPath("interception", (path) => `/(.)${path.slice(1)}`),
  withPath("page file", (path) => `${path}/page`),
  withPath("page file in app", (path) => `/app${path}/page`),
  withPath("static extension", (path) => `${path}/a.css`),
  withPath("favicon within", (path) => `${path}/favicon.ico`),

  // Other methods, and methods that stand for others.
  ...["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"].map((method) => ({
    name: method,
    make: (path: string) => ({ path, method }),
  })),
  withHeaders("method override", { "x-http-method-override": "GET", "x-method-override": "GET" }),
  { name: "HEAD with RSC", make: (path) => ({ path, method: "HEAD", headers: rsc }) },

  // Conditions and ranges, which ask for less than the whole.
  withHeaders("range", { range: "bytes=0-100000" }),
  withHeaders("condition", { "if-none-match": "*", "if-modified-since": "Thu, 01 Jan 2037 00:00:00 GMT" }),
  withHeaders("draft mode", { cookie: "__prerender_bypass=1; __next_preview_data=1" }),
  withHeaders("bearer", { authorization: "Bearer null" }),
];
