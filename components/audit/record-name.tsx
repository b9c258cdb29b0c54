/** What a record is called, as the log kept it; nothing for records without a name. */
export function RecordName({ record }: { record: unknown }) {
  const { companyName, name, description } = (record ?? {}) as Record<string, unknown>;
  const called = [companyName, name, description].find((text) => typeof text === "string" && text !== "");
  return typeof called === "string" && <bdi className="ms-2 font-normal text-muted">{called}</bdi>;
}
