import "server-only";
import { catalogues } from "@/lib/i18n/catalogues";
import {
  directionOf,
  fallbackLocale,
  isLocale,
  type Locale,
  localeCookie,
  locales,
} from "@/lib/i18n/locales";
import { negotiate } from "@/lib/i18n/rules/negotiate";

/**
 * What visitors of a suspended company see, in their language and without any of the company's own words. Whole in itself: nothing
 * else is answered on that host, no style sheet and no picture. `nonce` is that of the answer's policy.
 */
export async function suspendedPage(headers: Headers, nonce: string): Promise<string> {
  const locale = localeOf(headers);
  const { title, text } = (await catalogues[locale]()).default.states.suspended;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}

function localeOf(headers: Headers): Locale {
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookie}=([a-z]{2})(?:;|$)`).exec(
    headers.get("cookie") ?? "",
  )?.[1];
  if (isLocale(chosen)) return chosen;
  const offered = locales.map(({ locale }) => locale);
  return negotiate(headers.get("accept-language"), offered) ?? fallbackLocale;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 Inter, system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#fff, #0a0a0a); color: light-dark(#171717, #ededed); }
main { max-width: 26rem; padding: 24px; }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; }
p { margin: 0; color: light-dark(#525252, #a3a3a3); }
`;
