import { describe, expect, test } from "vitest";
import { first, second } from "./support/installation";
import { protectedPages, visit } from "./support/manifests";
import { type Probe, probes, spellings } from "./support/probes";
import { type Answer, inParallel, type Sent, send, wholeOf } from "./support/request";

const markers = [...first.markers, ...second.markers];
const pages = protectedPages();

test("S-42: the pages behind a sign-in are those of the build, and they do show what the probes look for", async () => {
  expect(pages.length).toBeGreaterThan(10);
  expect(pages).toContain("/admin/clients/[clientId]");
  for (const path of ["/admin/clients", visit("/admin/clients/[clientId]")]) {
    const answer = await send({ path, cookie: first.owner.cookie });
    expect(answer.status, path).toBe(200);
    expect(answer.text, path).toMatch(/zebramarker/i);
  }
});

/** One page of each shape: area, number of segments, and where among them a parameter stands. */
const shapes = new Map(
  pages.map((page) => [
    page
      .split("/")
      .map((part, index) => (index === 1 || part.startsWith("[") ? part.replace(/\w+\]/, "]") : "*"))
      .join("/"),
    page,
  ]),
);

describe("S-41, S-42: ways around the door", () => {
  test.each(pages)(`of ${probes.length}, none opens %s`, async (page) => {
    expect(probes.length).toBeGreaterThanOrEqual(42);
    await expectShut(page, probes);
  });

  test.each([...shapes.values()])(`of ${spellings.length} spellings, none opens %s`, async (page) => {
    await expectShut(page, spellings);
  });

  test("nor with a cookie that is broken, foreign or empty", async () => {
    const name = "authjs.session-token";
    const [, value = ""] = first.owner.cookie.split("=");
    const cookies = [
      `${name}=`,
      `${name}=x`,
      `${name}=${value.slice(0, -4)}AAAA`,
      `${name}=${value.slice(1)}`,
      `${name}=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.`,
      `${name}.0=${value.slice(0, 20)}; ${name}.1=${value.slice(20)}`,
      `__Secure-${name}=${value}`,
      `__Host-${name}=${value}`,
      `next-auth.session-token=${value}`,
      `${name}=${value.toUpperCase()}`,
      `${name}=%00${value}`,
    ];
    for (const cookie of cookies) {
      const answer = await send({ path: "/admin/clients", cookie });
      const isSentAway = answer.status === 307 || /NEXT_REDIRECT;replace;\/sign-in/.test(answer.text);
      expect(isSentAway, cookie.slice(0, 40)).toBe(true);
      for (const marker of markers) expect(wholeOf(answer), cookie.slice(0, 40)).not.toContain(marker);
    }
  });
});

/** Some probes cannot be sent by a client or are cut off by the server: then there is no answer to look at. */
async function attempt(sent: Sent): Promise<Answer | undefined> {
  return send(sent).catch((error: NodeJS.ErrnoException) => {
    if (["ECONNRESET", "EPIPE"].includes(error.code ?? "")) return undefined;
    throw error;
  });
}

async function expectShut(page: string, tried: readonly Probe[]): Promise<void> {
  const path = visit(page);
  const answers = await inParallel(tried, 6, async ({ name, make }) => ({
    name,
    answer: await attempt(make(path)),
  }));
  for (const { name, answer } of answers) {
    if (answer === undefined) continue;
    const whole = wholeOf(answer);
    for (const marker of markers) expect(whole, `${name} at ${path}`).not.toContain(marker);
    expect(answer.status, `${name} at ${path}`).toBeLessThan(500);
  }
}
