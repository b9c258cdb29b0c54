import { describe, expect, test } from "vitest";
import { first, origin, owner, second } from "./support/installation";
import { type Answer, send } from "./support/request";

const { clientId } = first;
const own = { origin };
const page = { "sec-fetch-site": "same-origin" };
const elsewhere = { origin: "https://evil.example" };
const contract = Buffer.from("the contract of Zebramarker");

type Upload = {
  cookie?: string | undefined;
  headers?: Record<string, string>;
  name?: string;
  query?: string;
};

function upload(
  body: Buffer,
  { cookie = first.owner.cookie, headers = own, name = "contract.txt", query }: Upload = {},
) {
  const asked = query ?? `clientId=${clientId}&name=${encodeURIComponent(name)}&isVisible=true`;
  return send({
    method: "POST",
    path: `/api/uploads/client-files?${asked}`,
    body,
    headers: { "content-type": "application/octet-stream", ...headers },
    ...(cookie && { cookie }),
  });
}

const codeOf = ({ text }: Answer) => JSON.parse(text).error?.code as string | undefined;

async function filesOf(id = clientId): Promise<number> {
  const { rows } = await owner().query("select count(*)::int as n from client_files where client_id = $1", [
    id,
  ]);
  return rows[0].n;
}

/** Addresses of downloads as a page shows them to somebody. */
async function linksOn(path: string, cookie: string): Promise<string[]> {
  const { text } = await send({ path, cookie });
  return [...new Set([...text.matchAll(/\/files\/[\w-]+\.[\w-]+/g)].map(([link]) => link))];
}

describe("uploads", () => {
  test("S-10: whatever is in a file, it is handed out to be saved: never run, shown or sniffed", async () => {
    const hostile: [name: string, content: string][] = [
      ["page.html", "<script>alert(1)</script>"],
      ["picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ["shell.php", "<?php system($_GET[0]);"],
      ["invoice.pdf.exe", "MZ\u0090\u0000"],
      ["polyglot.gif", "GIF89a/*<script>alert(1)</script>*/"],
      ["script.js", "alert(document.cookie)"],
      ['quo"te\u200f.txt', "text"],
    ];
    for (const [name, content] of hostile) {
      expect((await upload(Buffer.from(content), { name })).status, name).toBe(200);
    }
    const links = await linksOn(`/admin/clients/${clientId}?tab=files`, first.owner.cookie);
    expect(links.length).toBeGreaterThanOrEqual(hostile.length);
    for (const path of links) {
      const { status, headers } = await send({ path, cookie: first.owner.cookie });
      expect(status).toBe(200);
      expect(headers["content-disposition"]).toMatch(
        /^attachment; filename="file"; filename\*=UTF-8''[\w.%~-]+$/,
      );
      expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toBe("private, no-store");
      expect(headers["content-type"]).not.toMatch(/html|svg|xml|javascript/);
    }
  });

  test("are refused from another site, without a session, and to whoever may not add files", async () => {
    const before = await filesOf();
    const refused: [string, Upload, string][] = [
      ["another site", { headers: elsewhere }, "core.foreign_origin"],
      ["no origin", { headers: {} }, "core.foreign_origin"],
      ["a null origin", { headers: { origin: "null" } }, "core.foreign_origin"],
      ["nobody", { cookie: "" }, "core.unauthenticated"],
      ["read only", { cookie: first.readOnly.cookie }, "core.forbidden"],
      ["the client", { cookie: first.clientUser.cookie }, "core.forbidden"],
    ];
    for (const [who, given, code] of refused) {
      expect(codeOf(await upload(contract, given)), who).toBe(code);
    }
    const theirs = { query: `clientId=${second.clientId}&name=x.txt` };
    expect(codeOf(await upload(contract, theirs))).toBe("clients.client_not_found");
    expect([await filesOf(), await filesOf(second.clientId)]).toEqual([before, 0]);
  });

  test("F-27: a stranger's large body is refused before it is read, an empty or too large one of the owner's is refused", async () => {
    const large = Buffer.alloc(10_485_761, 65);
    expect(codeOf(await upload(Buffer.alloc(0)))).toBe("core.invalid_input");
    const answer = await upload(large).catch(() => undefined);
    if (answer !== undefined) expect([413, 422]).toContain(answer.status);
    expect(await filesOf()).toBeLessThan(200);
  });

  test("S-32: a name with a line break, a path or nothing is none", async () => {
    for (const name of ["a\r\nSet-Cookie: x=y", "../../etc/passwd", "", "a/b", "a\\b", "\u0000", "."]) {
      const answer = await upload(contract, { name });
      if (answer.status === 200) expect(JSON.parse(answer.text).value.name, name).not.toMatch(/[/\\\p{Cc}]/u);
      else expect(codeOf(answer), name).toBe("core.invalid_input");
    }
  });
});

describe("downloads", () => {
  const linkFor = async (cookie: string, path = `/admin/clients/${clientId}?tab=files`) =>
    (await linksOn(path, cookie))[0] ?? "";

  test("S-11: a link works for the person it was made for, at their company, and for nobody else", async () => {
    await upload(contract, { name: "for-the-client.txt" });
    const link = await linkFor(first.owner.cookie);
    expect(link).not.toBe("");

    expect((await send({ path: link, cookie: first.owner.cookie })).status).toBe(200);
    const { host } = second;
    for (const sent of [
      { path: link },
      { path: link, cookie: first.readOnly.cookie },
      { path: link, cookie: first.clientUser.cookie },
      { path: link, cookie: second.owner.cookie, headers: { host } },
      { path: link, cookie: first.owner.cookie, headers: { host } },
    ]) {
      const answer = await send(sent);
      expect([answer.status, answer.text]).toEqual([404, ""]);
    }
  });

  test("S-11: the client sees files that are meant for them by a link of their own", async () => {
    const link = await linkFor(first.clientUser.cookie, "/portal/profile");
    expect(link).not.toBe("");
    expect((await send({ path: link, cookie: first.clientUser.cookie })).status).toBe(200);
    expect((await send({ path: link, cookie: first.owner.cookie })).status).toBe(404);
  });

  test("S-11: a changed, shortened, longer or invented link opens nothing, and looks like any other", async () => {
    const link = await linkFor(first.owner.cookie);
    const [encoded = "", signature = ""] = link.replace("/files/", "").split(".");
    const parts = Buffer.from(encoded, "base64url").toString("utf8").split(".");
    const changed = (index: number, value: string) =>
      Buffer.from(parts.map((part, at) => (at === index ? value : part)).join(".")).toString("base64url");
    const forged = [
      `${changed(0, "export")}.${signature}`,
      `${changed(1, second.clientId)}.${signature}`,
      `${changed(2, second.tenantId)}.${signature}`,
      `${changed(3, first.readOnly.id)}.${signature}`,
      `${changed(4, "zzzzzzzz")}.${signature}`,
      `${encoded}.${signature.slice(0, -1)}`,
      `${encoded}.${signature}A`,
      `${encoded}.`,
      encoded,
      `.${signature}`,
      `${encoded}.${"A".repeat(signature.length)}`,
      `${encoded}.${signature}.${signature}`,
      "A".repeat(5_000),
      "%00",
      "..%2f..%2fetc%2fpasswd",
    ];
    for (const token of forged) {
      const { status, text } = await send({ path: `/files/${token}`, cookie: first.owner.cookie });
      expect([400, 404], token.slice(0, 60)).toContain(status);
      expect(text, token.slice(0, 60)).not.toContain("contract");
    }
  });

  test("S-11: of 300 guesses none opens anything", async () => {
    const link = await linkFor(first.owner.cookie);
    const [encoded = "", signature = ""] = link.replace("/files/", "").split(".");
    const found: string[] = [];
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const guess = (index: number) =>
      [...signature].map((own, at) => (at === index % 40 ? alphabet[(index * 31 + at) % 64] : own)).join("");
    const guesses = Array.from({ length: 300 }, (_, index) => guess(index)).filter(
      (one) => one !== signature,
    );
    for (let at = 0; at < guesses.length; at += 50) {
      const answers = await Promise.all(
        guesses
          .slice(at, at + 50)
          .map((token) => send({ path: `/files/${encoded}.${token}`, cookie: first.owner.cookie })),
      );
      for (const { status } of answers) if (status === 200) found.push(String(at));
    }
    expect(found).toEqual([]);
  });
});

describe("tables for spreadsheets", () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"];
  const lists = "/admin/clients/export";
  const audit = "/admin/audit/export";

  test("S-30: the clients: no cell is a formula, and each is this company's", async () => {
    for (const [index, name] of formulas.entries()) {
      const body = {
        kind: "PERSON",
        name: `${name.trim() === name ? name : "="} Quagga`,
        email: `formula${index}@client.example`,
        country: "DE",
        currency: "EUR",
      };
      const headers = { authorization: `Bearer ${first.apiKey}`, "content-type": "application/json" };
      await send({ method: "POST", path: "/api/v1/clients", headers, body: JSON.stringify(body) });
    }
    const answer = await send({ path: lists, cookie: first.owner.cookie, headers: page });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="clients.csv"');
    expect(answer.headers["cache-control"]).toContain("no-store");
    const lines = answer.text.split("\r\n").slice(1);
    expect(lines.filter((line) => line.includes("'=")).length).toBeGreaterThan(0);
    for (const cell of lines.flatMap((line) => line.split(","))) expect(cell).not.toMatch(/^"?[=+@\t＝]/);
    expect(answer.text).toContain("Zebramarker");
    expect(answer.text).not.toContain("Okapimarker");
  });

  test("the clients: for whoever may list them, from our own pages, and the client's people get themselves only", async () => {
    const others: [string, number, Parameters<typeof send>[0]][] = [
      ["nobody", 404, { path: lists, headers: page }],
      [
        "another site",
        404,
        { path: lists, cookie: first.owner.cookie, headers: { "sec-fetch-site": "cross-site" } },
      ],
      [
        "another company's host",
        404,
        { path: lists, cookie: first.owner.cookie, headers: { ...page, host: second.host } },
      ],
    ];
    for (const [who, , sent] of others) {
      const answer = await send(sent);
      expect([401, 403, 404], who).toContain(answer.status);
      expect(answer.text, who).not.toMatch(/marker/);
    }
    const client = await send({ path: lists, cookie: first.clientUser.cookie, headers: page });
    expect(client.text).not.toContain("Quagga");
  });

  test("the audit log: by a POST from our own page, for whoever may, and the export itself is in it", async () => {
    const ask = (cookie: string | undefined, headers: Record<string, string>) =>
      send({ method: "POST", path: audit, headers, ...(cookie && { cookie }) });
    const answer = await ask(first.owner.cookie, own);
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([
      200,
      expect.stringContaining("sequence,at,operation"),
    ]);
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="audit-log.csv"');
    const rows = answer.text.trim().split("\r\n").slice(1);
    // What was counted, and the export's own entry.
    expect(rows.length).toBe(Number(answer.headers["x-entries"]) + 1);
    expect(answer.text).toContain("audit.entry.export");
    expect(answer.text).not.toMatch(/Okapimarker|correct horse|p1_[\w-]{20}/);

    for (const [who, cookie, headers] of [
      ["nobody", undefined, own],
      ["another site", first.owner.cookie, elsewhere],
      ["no origin", first.owner.cookie, {}],
      ["support", first.support.cookie, own],
      ["read only", first.readOnly.cookie, own],
      ["the client", first.clientUser.cookie, own],
      ["another host", first.owner.cookie, { host: second.host, origin: `http://${second.host}` }],
    ] as const) {
      const refused = await ask(cookie, headers);
      expect([401, 403], who).toContain(refused.status);
      expect(refused.text, who).not.toContain("Zebramarker");
    }
    const read = await send({ path: audit, cookie: first.owner.cookie, headers: page });
    expect(read.status).toBe(405);
  });
});
