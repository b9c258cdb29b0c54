import { expect, test } from "vitest";
import { csv } from "./csv";
import { zip } from "./files/zip";

test("S-30: a cell that a spreadsheet would run is text", () => {
  for (const text of ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    expect(
      csv(["a"], [[text]])
        .split("\r\n")
        .slice(1)
        .join("\r\n"),
      text,
    ).toMatch(/^"?'/);
  expect(
    csv(
      ["a", "b"],
      [
        ["x,y", 'say "hi"'],
        [1n, null],
      ],
    ),
  ).toBe('\ufeffa,b\r\n"x,y","say ""hi"""\r\n1,\r\n');
});

test("a zip holds its files under their names", async () => {
  const bytes = zip(
    [{ name: "ä/a.txt", content: Buffer.from("hello hello hello") }],
    new Date("2026-04-01T10:00:00Z"),
  );
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  const { inflateRawSync } = await import("node:zlib");
  const nameLength = bytes.readUInt16LE(26);
  const packed = bytes.subarray(30 + nameLength, 30 + nameLength + bytes.readUInt32LE(18));
  expect(bytes.subarray(30, 30 + nameLength).toString()).toBe("ä/a.txt");
  expect(inflateRawSync(packed).toString()).toBe("hello hello hello");
});
