import { describe, expect, test } from "vitest";
import { help, parseOptions } from "./options";

describe("the options of npm start", () => {
  test("have defaults", () => {
    expect(parseOptions([])).toEqual({
      port: undefined,
      dataDir: ".panel1",
      demo: false,
      dev: false,
      help: false,
    });
  });

  test("are read in both spellings", () => {
    const wanted = { port: 8080, dataDir: "/srv/panel", demo: true };
    expect(parseOptions(["--port", "8080", "--data-dir", "/srv/panel", "--demo"])).toMatchObject(wanted);
    expect(parseOptions(["--port=8080", "--data-dir=/srv/panel", "--demo"])).toMatchObject(wanted);
  });

  test("a port that is none is refused in words", () => {
    for (const port of ["http", "0", "65536", "80.5", "-1", ""]) {
      expect(() => parseOptions([`--port=${port}`])).toThrow(/--port takes a number from 1 to 65535/);
    }
  });

  test("what is unknown is refused by name", () => {
    expect(() => parseOptions(["--prot", "3000"])).toThrow(/--prot/);
    expect(() => parseOptions(["3000"])).toThrow(/3000/);
    expect(() => parseOptions(["--demo=yes"])).toThrow(/--demo/);
  });

  test("are all explained", () => {
    for (const option of ["--port", "--data-dir", "--demo", "--help", "DATABASE_URL"])
      expect(help).toContain(option);
  });
});
