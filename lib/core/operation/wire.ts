import { z } from "zod";

type Encoder = (value: unknown) => unknown;

const encoders = new WeakMap<z.ZodType, Encoder>();

/**
 * The wire form of an operation's result: what `z.encode` gives, twice as fast for the shapes that lists are made of.
 * Zod compiles objects for decoding only; here the parts without codec are checked by that compiled parser (they are the same
 * in both directions) and codecs are applied one by one. Shapes that this does not know, and everything that fails, go through
 * `z.encode` itself, so that the answer and the error are always zod's.
 */
export function encodeWire<S extends z.ZodType>(schema: S, value: z.output<S>): z.input<S> {
  let encoder = encoders.get(schema);
  if (encoder === undefined) {
    encoder = build(schema) ?? ((given) => z.encode(schema, given as z.output<S>));
    encoders.set(schema, encoder);
  }
  try {
    return encoder(value) as z.input<S>;
  } catch {
    return z.encode(schema, value);
  }
}

/** Types whose check is the same in both directions and which hold nothing. */
const leaves = new Set([
  "string",
  "number",
  "int",
  "boolean",
  "bigint",
  "date",
  "null",
  "literal",
  "enum",
  "unknown",
  "any",
]);

/** Undefined for a shape that is left to zod. */
function build(schema: z.core.$ZodType): Encoder | undefined {
  if (isSymmetric(schema)) return plainType(schema) ?? ((value) => z.parse(schema, value));

  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  switch (def.type) {
    case "pipe":
      return buildCodec(def as z.core.$ZodCodecDef);
    case "object":
      return hasChecks(def) || def.catchall !== undefined ? undefined : buildObject(def.shape);
    case "array":
      return hasChecks(def) ? undefined : buildArray(def.element);
    case "nullable":
      return passing(null, def.innerType);
    case "optional":
      return passing(undefined, def.innerType);
    default:
      return undefined;
  }
}

/** Whether encoding is the same as decoding: no codec, transform or default anywhere inside. */
function isSymmetric(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  if (def.type === "string" || def.type === "number")
    return !(def as { coerce?: boolean }).coerce && !overwrites(def);
  if (leaves.has(def.type)) return !(def as { coerce?: boolean }).coerce;
  if (def.type === "array") return isSymmetric(def.element);
  if (def.type === "nullable" || def.type === "optional") return isSymmetric(def.innerType);
  if (def.type !== "object") return false;
  return def.catchall === undefined && Object.values(def.shape).every(isSymmetric);
}

/** A type without further checks needs no parser. */
function plainType(schema: z.core.$ZodType): Encoder | undefined {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  if (hasChecks(def)) return undefined;
  if (def.type === "bigint") return (value) => expected(typeof value === "bigint", value);
  if (def.type !== "date") return undefined;
  return (value) => expected(value instanceof Date && !Number.isNaN(value.getTime()), value);
}

/** What fails here is given to zod, which says what is wrong. */
function expected(isRight: boolean, value: unknown): unknown {
  if (!isRight) throw new TypeError("not of the type");
  return value;
}

/** Checks such as `trim()` change the text on its way. */
function overwrites(def: z.core.$ZodTypeDef): boolean {
  return (def.checks ?? []).some((check) => check._zod.def.check === "overwrite");
}

function hasChecks(def: z.core.$ZodTypeDef): boolean {
  return (def.checks?.length ?? 0) > 0;
}

function buildCodec(def: z.core.$ZodCodecDef): Encoder | undefined {
  const { reverseTransform } = def;
  if (typeof reverseTransform !== "function" || hasChecks(def)) return undefined;
  const [outside, inside] = [build(def.in), build(def.out)];
  if (!outside || !inside) return undefined;

  return (value) => {
    const payload = { value: inside(value), issues: [] };
    const travelling = reverseTransform(payload.value as never, payload as never);
    if (payload.issues.length > 0) throw new TypeError("the codec refused the value");
    return outside(travelling);
  };
}

function buildObject(shape: Record<string, z.core.$ZodType>): Encoder | undefined {
  const symmetric = Object.fromEntries(Object.entries(shape).filter(([, inner]) => isSymmetric(inner)));
  const plain = z.object(symmetric as z.ZodRawShape);
  const members = Object.entries(shape).map(([key, inner]) => ({
    key,
    encode: key in symmetric ? undefined : build(inner),
    isSymmetric: key in symmetric,
  }));
  if (members.some(({ encode, isSymmetric }) => encode === undefined && !isSymmetric)) return undefined;

  return (value) => {
    const checked = plain.parse(value) as Record<string, unknown>;
    const result: Record<string, unknown> = {};
    for (const { key, encode } of members) {
      const given = encode === undefined ? checked[key] : encode((value as Record<string, unknown>)[key]);
      if (given !== undefined) result[key] = given;
    }
    return result;
  };
}

function buildArray(element: z.core.$ZodType): Encoder | undefined {
  const encode = build(element);
  if (encode === undefined) return undefined;
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError("not a list");
    return value.map(encode);
  };
}

function passing(absent: null | undefined, inner: z.core.$ZodType): Encoder | undefined {
  const encode = build(inner);
  return encode && ((value) => (value === absent ? absent : encode(value)));
}
