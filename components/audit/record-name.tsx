/** What a record is called, as the log kept it; nothing for records without a name. */
export function RecordName({ record }: { record: unknown }) {
  const { companyName, name, description } = (record ?? {}) as Record<string, unknown>;
  const called = [companyName, name, description].find((text) => typeof text === "string" && text !== "");
  if (typeof called !== "string") return null;
  // The margin belongs to the line's direction, the text to its own.
  return (
    <span className="ms-2 font-normal text-muted">
      <bdi>{called}</bdi>
    </span>
  );
}
