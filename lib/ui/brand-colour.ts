import { contrast, type Oklch } from "@/lib/ui/color";

/** `#rrggbb` as OKLCH, or undefined. Matrices: https://www.w3.org/TR/css-color-4/#color-conversion-code */
export function fromHex(text: string): Oklch | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (match === null) return undefined;

  const [red, green, blue] = match.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255)) as Rgb;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);

  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

type Rgb = [number, number, number];

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** What the theme makes of a brand's colour (--accent and --accent-contrast of app/globals.css), and how legible words on it are. */
export function accentOf(brand: Oklch): { accent: Oklch; words: Oklch; ratio: number; isAdjusted: boolean } {
  const isLight = brand.l > 0.64;
  const l = isLight ? Math.min(Math.max(brand.l, 0.72), 0.9) : Math.max(Math.min(brand.l, 0.53), 0.25);
  const accent = { ...brand, l };
  const words = { l: isLight ? 0.16 : 1, c: 0, h: 0 };
  return { accent, words, ratio: contrast(accent, words), isAdjusted: Math.abs(l - brand.l) > 0.01 };
}
