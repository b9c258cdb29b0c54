/**
 * The answer of a name server to one question for TXT records, as RFC 1035 has it: the header with the question's id, the question
 * repeated, and one answer per record, its text in parts of at most 255 bytes. A name without records does not exist (NXDOMAIN).
 */
export function answerTxt(message: Buffer, records: ReadonlyMap<string, readonly string[]>): Buffer {
  const { name, end } = questionName(message);
  const isTxt = message.readUInt16BE(end) === 16;
  const question = message.subarray(12, end + 4);
  const found = records.get(name);
  const answers = isTxt ? (found ?? []).map(txtRecord) : [];

  const header = Buffer.alloc(12);
  header.writeUInt16BE(message.readUInt16BE(0), 0);
  // Response, recursion desired and available; NXDOMAIN where the name is unknown.
  header.writeUInt16BE(0x8180 | (found === undefined ? 3 : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answers.length, 6);
  return Buffer.concat([header, question, ...answers]);
}

function questionName(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("ascii", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), end: at + 1 };
}

function txtRecord(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  // A pointer to the question's name, TXT, IN, a minute to live.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(16, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
