import type { ShownPlan } from "@/components/store/plan-card";
import { languages, type Texts } from "@/lib/core/text/in-language";

/** The plan that a form describes at this moment, as the storefront would show it. */
export function planIn(form: FormData): ShownPlan {
  const stock = String(form.get("stock") ?? "");
  const features: Texts[] = [];
  for (let index = 0; index < 40; index += 1) {
    const line = textsIn(form, `features[${index}]`);
    if (Object.keys(line).length > 0) features.push(line);
  }
  return {
    name: textsIn(form, "name"),
    tagline: textsIn(form, "tagline"),
    features,
    stock: /^\d+$/.test(stock) ? Number(stock) : null,
    isHighlighted: form.get("isHighlighted") === "on",
  };
}

function textsIn(form: FormData, name: string): Texts {
  const written = languages.flatMap((language) => {
    const text = String(form.get(`${name}.${language}`) ?? "").trim();
    return text === "" ? [] : [[language, text] as const];
  });
  return Object.fromEntries(written);
}
