import { afterAll, describe, expect, test } from "vitest";
import { callAction, formOf, stateOf } from "./support/actions";
import { app, first, owner, platform, second, third } from "./support/installation";
import { actions } from "./support/manifests";
import { type Answer, send } from "./support/request";

/** The platform's doors as its own people find them, and as everybody else does: not there. */

const atPlatform = { host: platform.host };
const asKey = { ...atPlatform, authorization: `Bearer ${platform.apiKey}` };
const json = { "content-type": "application/json" };
const siteOf = (host: string) => ({ host, origin: `http://${host}` });
const exportOf = (id: string) => `/admin/platform/companies/${id}/export`;
const pages = [
  "/admin/platform/companies",
  `/admin/platform/companies/${second.tenantId}`,
  `/admin/platform/companies/${second.tenantId}/brand`,
  "/admin/platform/links",
];

const codeOf = (answer: Answer): unknown => JSON.parse(answer.text).code;

async function setStatus(verb: "suspend" | "resume", companyId: string): Promise<Answer> {
  const body = JSON.stringify(verb === "suspend" ? { reason: "Unpaid" } : {});
  const path = `/api/v1/platform/companies/${companyId}/${verb}`;
  return send({ method: "POST", path, headers: { ...asKey, ...json }, body });
}

describe("S-15: to a company's owner with every right the platform", () => {
  test.each(pages)("has no page %s: 404, on the company's host and on the platform's", async (path) => {
    const own = await send({ path, cookie: first.owner.cookie });
    expect(own.status).toBe(404);
    expect(own.text).not.toContain("Southwind Hosting");
    const there = await send({ path, cookie: first.owner.cookie, headers: atPlatform });
    expect([303, 307]).toContain(there.status);
    expect(there.headers.location).toMatch(/^\/sign-in/);
  });

  test("exports nothing, by cookie and by key", async () => {
    const path = exportOf(second.tenantId);
    const own = new URL(app.url).host;
    const byCookie = await send({ method: "POST", path, cookie: first.owner.cookie, headers: siteOf(own) });
    const byKey = await send({ method: "POST", path, headers: { authorization: `Bearer ${first.apiKey}` } });
    for (const answer of [byCookie, byKey]) {
      expect(answer.status).toBe(404);
      expect(codeOf(answer)).toBe("platform.not_here");
    }
    const image = `/admin/platform/companies/${second.tenantId}/logos/${second.clientId}`;
    expect((await send({ path: image, cookie: first.owner.cookie })).status).toBe(404);
  });

  test("answers nothing by the API and by server actions", async () => {
    const bearer = { authorization: `Bearer ${first.apiKey}` };
    const calls = [
      { path: "/api/v1/platform/companies" },
      { path: `/api/v1/platform/companies/${second.tenantId}` },
      { path: `/api/v1/platform/companies/${second.tenantId}/brand` },
      { path: "/api/v1/platform/company-links" },
      { method: "POST", path: "/api/v1/platform/company-links", body: '{"host":"x.example.test"}' },
      {
        method: "POST",
        path: `/api/v1/platform/companies/${second.tenantId}/suspend`,
        body: '{"reason":"x"}',
      },
      { method: "POST", path: `/api/v1/platform/companies/${second.tenantId}/resume`, body: "{}" },
    ];
    for (const call of calls) {
      const answer = await send({ ...call, headers: { ...bearer, ...json } });
      expect(answer.status, call.path).toBe(404);
      expect(codeOf(answer), call.path).toBe("platform.not_here");
    }

    const forms: Record<string, Record<string, string>> = {
      suspendCompanyAction: { companyId: second.tenantId, reason: "x" },
      resumeCompanyAction: { companyId: second.tenantId },
      inviteCompanyAction: { host: "x.example.test" },
      revokeCompanyLinkAction: { linkId: second.clientId },
      updateCompanyBrandAction: { companyId: second.tenantId, version: "1", name: "Taken over" },
      setCompanyLogoAction: { companyId: second.tenantId, version: "1", kind: "logo", content: "" },
    };
    const own = actions().filter(({ name }) => name in forms);
    expect(own.length).toBe(Object.keys(forms).length);
    for (const { id, name, page } of own) {
      const headers = siteOf(new URL(app.url).host);
      const call = { id, page, cookie: first.owner.cookie, headers };
      const state = stateOf(await callAction(call, [{}, formOf(forms[name] ?? {})]));
      expect(state?.error?.code, name).toBe("platform.not_here");
    }
    const { rows } = await owner().query("select status, name from tenants where id = $1", [second.tenantId]);
    expect(rows).toEqual([{ status: "ACTIVE", name: "Southwind Hosting" }]);
  });
});

describe("the platform's people", () => {
  test("see the companies, and a sidebar without what only a company has", async () => {
    const { status, text } = await send({
      path: pages[0] ?? "",
      cookie: platform.owner.cookie,
      headers: atPlatform,
    });
    expect(status).toBe(200);
    for (const name of ["Northwind Hosting", "Southwind Hosting", "Eastwind Hosting"]) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/href="\/admin\/(clients|ledger)/);
    for (const path of pages) {
      const answer = await send({ path, cookie: platform.owner.cookie, headers: atPlatform });
      expect(answer.status, path).toBe(200);
    }
  });

  test("who may only look cannot change or take out", async () => {
    const path = exportOf(second.tenantId);
    const headers = siteOf(platform.host);
    const answer = await send({ method: "POST", path, cookie: platform.support.cookie, headers });
    expect(answer.status).toBe(403);
    const brand = await send({
      path: pages[2] ?? "",
      cookie: platform.support.cookie,
      headers: atPlatform,
    });
    expect(brand.status).toBe(403);
  });

  test("take a company's data out as lines that begin with a manifest and end with a count", async () => {
    const answer = await send({
      method: "POST",
      path: exportOf(second.tenantId),
      cookie: platform.owner.cookie,
      headers: siteOf(platform.host),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toMatch(/^application\/x-ndjson/);
    expect(answer.headers["content-disposition"]).toContain("attachment");
    expect(answer.headers["cache-control"]).toContain("no-store");

    const lines = answer.text.trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "").manifest).toMatchObject({
      format: "panel1-company",
      company: { name: "Southwind Hosting" },
    });
    const rows = Object.values(JSON.parse(lines.at(-1) ?? "").end.rows as Record<string, number>);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(lines.length - 2);
    expect(answer.text).toContain("Okapimarker");
    expect(answer.text).not.toMatch(/argon2|Zebramarker/);
  });

  test("S-44: only from their own pages, and after a fresh sign-in", async () => {
    const path = exportOf(second.tenantId);
    const { cookie, id } = platform.owner;
    const foreign = { ...atPlatform, origin: "https://evil.example" };
    expect((await send({ method: "POST", path, cookie, headers: foreign })).status).toBe(403);

    await owner().query(
      "update sessions set authenticated_at = now() - interval '1 hour' where tenant_id = $1 and user_id = $2",
      [platform.tenantId, id],
    );
    const stale = await send({ method: "POST", path, cookie, headers: siteOf(platform.host) });
    await owner().query(
      "update sessions set authenticated_at = now() where tenant_id = $1 and user_id = $2",
      [platform.tenantId, id],
    );
    expect(stale.status).toBe(412);
    expect(codeOf(stale)).toBe("core.fresh_sign_in_needed");
  });
});

describe("a suspended company", () => {
  const there = { host: third.host };
  const bearer = { ...there, authorization: `Bearer ${third.apiKey}` };
  const visits = () =>
    Promise.all([
      send({ path: "/", headers: there }),
      send({ path: "/sign-in", headers: there }),
      send({ path: "/admin", headers: there, cookie: third.owner.cookie }),
      send({ path: "/api/v1/clients", headers: bearer }),
      send({ path: "/api/v1/clients", headers: siteOf(third.host), cookie: third.owner.cookie }),
    ]);
  afterAll(async () => {
    await setStatus("resume", third.tenantId);
  });

  test("is refused at every door from the next request on, and answers again once it is resumed", async () => {
    expect((await visits()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await setStatus("suspend", third.tenantId)).status).toBe(200);

    const [front, signIn, admin, key, session] = await visits();
    for (const page of [front, signIn, admin]) {
      expect(page?.status).toBe(403);
      expect(page?.text).toContain("This site is suspended");
      expect(page?.text).not.toMatch(/Unpaid|Quaggamarker/);
      const nonce = /nonce="([^"]+)"/.exec(page?.text ?? "")?.[1] ?? "none is named";
      expect(page?.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
    }
    for (const answer of [key, session]) {
      expect(answer?.status).toBe(403);
      expect(codeOf(answer as Answer)).toBe("core.tenant_suspended");
    }
    const arabic = await send({ path: "/", headers: { ...there, "accept-language": "ar-EG, en;q=0.5" } });
    expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
    expect((await send({ path: "/sign-in" })).status, "others notice nothing").toBe(200);

    expect((await setStatus("resume", third.tenantId)).status).toBe(200);
    expect((await visits()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});
