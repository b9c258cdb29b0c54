import { expect, test } from "vitest";
import { fileSize } from "./file-size";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_400, "1.4 kB"],
  [48_600, "49 kB"],
  [12_000_000n, "12 MB"],
])("a file of %s bytes is %s", (bytes, said) => {
  expect(fileSize(bytes, "en")).toBe(said);
});
