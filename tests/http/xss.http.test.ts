import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chart } from "@/lib/ledger/rules/chart";
import { chromiumLaunchOptions } from "@/tests/support/chromium";
import { callAction, formOf, stateOf } from "./support/actions";
import { owner, third } from "./support/installation";
import { type Action, actions } from "./support/manifests";
import { inParallel, send } from "./support/request";
import { xssPayloads } from "./support/xss-payloads";

const payloads = xssPayloads();
const half = Math.floor(payloads.length / 2);
const { host } = third;
const origin = `http://${host}`;
const headers = { host, authorization: `Bearer ${third.apiKey}`, "content-type": "application/json" };
const post = async (path: string, body: object, method = "POST") => {
  const answer = await send({ method, path: `/api/v1${path}`, headers, body: JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${path} ${JSON.stringify(body)}: ${answer.text}`);
  return JSON.parse(answer.text);
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What ran that must not, and what the policy had to stop, which means that it was in the page. */
const ran: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch(await chromiumLaunchOptions());
  context = await browser.newContext();
  const [name = "", ...value] = third.owner.cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: origin }]);
  await context.addInitScript(() => {
    Object.assign(window, { xx: () => console.error("XSS-RAN", location.href) });
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(
        "XSS-STOPPED",
        event.effectiveDirective,
        event.blockedURI,
        event.sourceFile,
        event.sample,
      ),
    );
  });
  page = await context.newPage();
  page.on("console", (message) => {
    if (/XSS-|Content Security Policy/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    ran.push(`${page.url()}: dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().startsWith("http") && new URL(request.url()).origin !== origin)
      ran.push(`${page.url()}: asked for ${request.url()}`);
  });
});
afterAll(() => browser?.close());

/** Opens a page, waits until its scripts have taken over, and moves over what is in it. */
async function look(path: string): Promise<void> {
  await page.goto(origin + path, { waitUntil: "load" });
  // What is streamed takes the place of its skeleton a moment after the page has loaded.
  await page.waitForFunction(
    () => document.querySelector('[data-slot*="skeleton"], template[id^="B:"]') === null,
  );
  expect(new URL(page.url()).origin).toBe(origin);
}

/** Opens a list and all pages of it; returns how many there were. */
async function lookThrough(path: string, most = 20): Promise<number> {
  await look(path);
  for (let seen = 1; ; seen += 1) {
    const next = page.locator('a[rel="next"], a[href*="cursor="]').last();
    if (seen === most || (await next.count()) === 0) return seen;
    const href = await next.getAttribute("href");
    if (href === null) return seen;
    await look(new URL(href, page.url()).href.slice(origin.length));
  }
}

const textOf = () => page.locator("body").innerText();

test("S-51: there are enough payloads, and a page without protection would run them", async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(500);
  const bare = await browser.newPage();
  let runs = 0;
  await bare.exposeFunction("xx", () => {
    runs += 1;
  });
  const chosen = payloads
    .filter((payload) => payload.startsWith("<") || payload.startsWith('">'))
    .slice(0, 40);
  await bare.setContent(`<body><p>${chosen.join("</p>\n<p>")}</p></body>`, { waitUntil: "load" });
  await expect.poll(() => runs).toBeGreaterThan(3);
  await bare.close();
});

describe(`S-51: ${payloads.length} payloads in each free text`, () => {
  beforeAll(async () => {
    // Two to a client, so that half as many pages show all of them.
    await inParallel(payloads.slice(half), 4, (payload, index) =>
      post("/clients", {
        kind: "COMPANY",
        name: payload,
        companyName: payloads[index],
        email: `${index % 2 ? "x" : "'+xx+'"}${index}@client.example`,
        country: "DE",
        currency: "EUR",
      }),
    );
    const lines = [
      { accountCode: chart.bank.code, side: "DEBIT", amount: { minor: 100, currency: "EUR" } },
      { accountCode: chart.receivables.code, side: "CREDIT", amount: { minor: 100, currency: "EUR" } },
    ];
    await inParallel(payloads, 4, (payload) =>
      post("/ledger/entries", { day: "2026-04-02", description: payload, lines }),
    );
    await inParallel(payloads.slice(0, 150), 4, (payload, index) =>
      post("/ledger/accounts", { code: `X${index}`, name: payload, type: "EXPENSE" }),
    );
    const create = actions().find(({ name }) => name === "createApiKeyAction") as Action;
    await inParallel(payloads.slice(0, 100), 4, async (payload) => {
      const form = formOf({ name: payload, scopes: "clients.client.list" });
      const answer = await callAction({ ...create, cookie: third.owner.cookie, headers: { host, origin } }, [
        {},
        form,
      ]);
      expect(stateOf(answer)?.ok, answer.text).toBe(true);
    });
  }, 240_000);

  test("names and companies of clients: lists, records, forms, history", async () => {
    const pages = await lookThrough("/admin/clients");
    expect(pages).toBeGreaterThanOrEqual(Math.floor(half / 50));
    const { rows } = await owner().query<{ id: string }>(
      "select id from clients where tenant_id = $1 order by created_at desc limit 6",
      [third.tenantId],
    );
    for (const { id } of rows) {
      await look(`/admin/clients/${id}`);
      expect(await textOf()).toMatch(/xx\(\)|evil-canary/);
    }
    await look(`/admin/clients/${rows[0]?.id}/edit`);
    expect(ran).toEqual([]);
  }, 240_000);

  test("descriptions of entries and names of accounts", async () => {
    await lookThrough("/admin/ledger/entries");
    expect(await textOf()).toMatch(/xx\(\)/);
    await look("/admin/ledger/accounts");
    await look("/admin/ledger/entries/new");
    await look("/admin");
    expect(ran).toEqual([]);
  }, 240_000);

  test("names of API keys, and what the audit log keeps of all", async () => {
    await look("/admin/settings/api-keys");
    expect(await textOf()).toMatch(/xx\(\)/);
    await lookThrough("/admin/audit", 6);
    expect(ran).toEqual([]);
  }, 240_000);

  test("the company's own name, on its pages and on those that strangers see", async () => {
    const before = await (await send({ path: "/api/v1/tenant", headers })).text;
    const { name, legalName } = JSON.parse(before);
    let { version } = JSON.parse(before);
    try {
      for (const payload of payloads.filter((_, index) => index % 140 === 7)) {
        ({ version } = await post("/tenant", { version, name: payload, legalName: payload }, "PATCH"));
        for (const path of ["/admin/settings/company", "/admin"]) await look(path);
        const stranger = await browser.newContext();
        const visit = await stranger.newPage();
        visit.on("console", (message) => {
          if (/XSS-|Content Security Policy/.test(message.text()))
            ran.push(`${visit.url()}: ${message.text()}`);
        });
        for (const path of ["/sign-in", "/"]) await visit.goto(origin + path, { waitUntil: "load" });
        await stranger.close();
      }
    } finally {
      await post("/tenant", { version, name, legalName }, "PATCH");
    }
    expect(ran).toEqual([]);
  }, 240_000);
});

test("S-51: addresses: search, filters, sort, cursor, days, the way back after the sign-in, paths that lead nowhere", async () => {
  const chosen = payloads.filter((_, index) => index % 24 === 5);
  for (const [index, payload] of chosen.entries()) {
    const text = encodeURIComponent(payload);
    const paths = [
      `/admin/clients?search=${text}`,
      `/admin/clients?status=${text}&country=${text}&sort=${text}`,
      `/admin/audit?operation=${text}&recordId=${text}&from=${text}`,
      `/admin/ledger/entries?accountCode=${text}&clientId=${text}&cursor=${text}`,
      `/admin/${text}`,
      `/sign-in?next=${text}`,
      `/${text}?${text}=${text}#${text}`,
    ];
    await look(paths[index % paths.length] as string);
  }
  // Each address that a server answers is looked at as text too: what a person typed never stands there as it was.
  const raw = payloads.filter((payload, index) => index % 3 === 0 && /<[a-z]+[ />]/i.test(payload));
  await inParallel(raw, 4, async (payload, index) => {
    const text = encodeURIComponent(payload);
    const paths = [
      `/admin/clients?search=${text}`,
      `/admin/ledger/entries?accountCode=${text}`,
      `/sign-in?next=/${text}`,
    ];
    const answer = await send({
      path: paths[index % 3] as string,
      headers: { host },
      cookie: third.owner.cookie,
    });
    const markup = /<[a-z]+[^>]*>?/i.exec(payload)?.[0] ?? payload;
    const body = answer.text.replace(/<script[\s\S]*?<\/script>/g, "");
    if (/xx\(\)/.test(markup)) expect(body).not.toContain(markup);
  });
  expect(ran).toEqual([]);
}, 240_000);

test("S-51: what was typed into a form stands in it again after a refusal, and runs nothing", async () => {
  const stranger = await browser.newContext();
  const visit = await stranger.newPage();
  visit.on("console", (message) => {
    if (/XSS-|Content Security Policy/.test(message.text())) ran.push(`${visit.url()}: ${message.text()}`);
  });
  for (const payload of payloads.filter((_, index) => index % 180 === 3)) {
    await visit.goto(`${origin}/sign-in`);
    await visit.locator('input[name="email"]').fill(payload);
    await visit.locator('input[name="password"]').fill(payload);
    await visit.locator('input[name="password"]').press("Enter");
    await visit.locator('[role="alert"], [aria-invalid="true"]').first().waitFor();
    expect(await visit.locator('input[name="email"]').inputValue()).toBe(payload);
  }
  await stranger.close();
  expect(ran).toEqual([]);
}, 60_000);
