/** Tells apart what the database refused, whether the driver or Prisma reports it. Codes: PostgreSQL appendix A. */

const serializationCodes = ["40001", "40P01"];
const lossCodes = [
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "53300",
];

/** Serialization failure or deadlock: the same transaction may succeed when repeated. */
export function isSerializationFailure(error: unknown): boolean {
  return serializationCodes.includes(codeOf(error) ?? "") || prismaCodeOf(error) === "P2034";
}

/** The server went away or refuses connections at the moment. */
export function isConnectionLoss(error: unknown): boolean {
  return (
    lossCodes.includes(codeOf(error) ?? "") ||
    ["P1001", "P1017", "P2024"].includes(prismaCodeOf(error) ?? "") ||
    /Connection terminated|server closed the connection|not queryable/.test(messageOf(error))
  );
}

export function isPoolTimeout(error: unknown): boolean {
  return /timeout exceeded when trying to connect/.test(messageOf(error));
}

export function isStatementTimeout(error: unknown): boolean {
  return codeOf(error) === "57014";
}

/** The constraint that a write violated, by PostgreSQL's name for it. */
export function violatedConstraint(error: unknown): string | undefined {
  const constraint = (error as { constraint?: unknown })?.constraint;
  if (typeof constraint === "string") return constraint;

  const cause = driverCause(error);
  const fields = (cause?.constraint as { fields?: string[]; index?: string } | undefined) ?? undefined;
  return fields?.index ?? fields?.fields?.join("_");
}

/** True when a unique key refused the write, from our SQL or from Prisma. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "23505" || prismaCodeOf(error) === "P2002";
}

/** True when a reference named a row that this actor cannot see, or that does not exist. */
export function isReferenceViolation(error: unknown): boolean {
  return codeOf(error) === "23503" || prismaCodeOf(error) === "P2003";
}

function codeOf(error: unknown): string | undefined {
  const own = (error as { code?: unknown })?.code;
  if (typeof own === "string" && !/^P\d{4}$/.test(own)) return own;
  const original = driverCause(error)?.originalCode;
  return typeof original === "string" ? original : undefined;
}

function prismaCodeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown })?.code;
  return typeof code === "string" && /^P\d{4}$/.test(code) ? code : undefined;
}

type DriverCause = { originalCode?: unknown; constraint?: unknown };

/** Prisma wraps the driver's error: `meta.driverAdapterError.cause`, or `cause` where it passes the adapter's error through. */
function driverCause(error: unknown): DriverCause | undefined {
  const { meta, cause } = (error ?? {}) as {
    meta?: { driverAdapterError?: { cause?: DriverCause } };
    cause?: DriverCause;
  };
  return meta?.driverAdapterError?.cause ?? cause;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
