import { z } from "zod";

type Changes<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: z.ZodOptional<Shape[Name] extends z.ZodDefault<infer Inner> ? Inner : Shape[Name]>;
};

/** The same fields for a change: what is not sent stays as it is, and no default takes its place. */
export function changesOf<Shape extends z.ZodRawShape>(shape: Shape): Changes<Shape> {
  const optional = Object.entries(shape).map(([name, field]) => {
    const given = field instanceof z.ZodDefault ? field.removeDefault() : field;
    return [name, z.optional(given as z.ZodType)];
  });
  return Object.fromEntries(optional) as Changes<Shape>;
}
