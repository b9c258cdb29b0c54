import { expect, test } from "vitest";
import { onlyAllowed } from "@/lib/core/log";

test("a log line carries allowed fields only", () => {
  const kept = onlyAllowed({
    requestId: "r1",
    password: "hunter2",
    body: { a: 1 },
    status: 200,
    headers: "x",
    path: { a: 1 },
  });
  expect(kept).toEqual({ requestId: "r1", status: 200 });
});

test("F-31: nothing a caller sends can begin a new line", () => {
  const kept = onlyAllowed({ path: '/a\r\n{"level":"error"}\u2028\u0000b' });
  expect([...String(kept.path)].filter((c) => c < " " || c === "\u2028")).toEqual([]);
});

test("errors show class, place and code, and neither parameters nor credentials", () => {
  const error = Object.assign(new Error("cannot reach postgresql://user:hunter2@db/x"), {
    query: "select hunter2",
    code: "X1",
  });
  const kept = onlyAllowed({ error });
  expect(kept.error).toBe("Error: cannot reach postgresql://[masked]@db/x");
  expect(kept.code).toBe("X1");
  expect(JSON.stringify(kept)).not.toContain("hunter2");

  class PrismaClientValidationError extends Error {
    override name = "PrismaClientValidationError";
  }
  expect(onlyAllowed({ error: new PrismaClientValidationError("email: hunter2") }).error).toBe(
    "PrismaClientValidationError",
  );
});
