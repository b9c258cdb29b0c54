import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// tailwind-merge knows Tailwind's default scale; these names are ours (app/globals.css).
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["md"],
      radius: ["control", "surface"],
      shadow: ["float"],
      container: ["list", "record", "form"],
    },
  },
});

/** Joins class names; a later Tailwind utility replaces an earlier one of the same kind. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
