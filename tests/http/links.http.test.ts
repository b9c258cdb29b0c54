import { expect, test } from "vitest";
import { tags } from "./support/html";
import { third } from "./support/installation";
import { send } from "./support/request";

const { host, owner, clientId } = third;
const headers = { host, authorization: `Bearer ${third.apiKey}`, "content-type": "application/json" };
const addresses = {
  supportUrl: "https://help.elsewhere.example/",
  termsUrl: "https://elsewhere.example/terms",
  privacyUrl: "http://elsewhere.example/privacy?a=1&b=2",
  imprintUrl: "https://elsewhere.example/imprint#top",
};

test("S-31: whoever follows a link that people have typed takes no handle on our page along, and no referrer", async () => {
  const { version } = JSON.parse((await send({ path: "/api/v1/brand", headers })).text);
  const body = JSON.stringify({ version, ...addresses });
  expect((await send({ method: "PATCH", path: "/api/v1/brand", headers, body })).status).toBe(200);
  const note = JSON.stringify({ text: "See https://elsewhere.example/note" });
  await send({ method: "POST", path: `/api/v1/clients/${clientId}/notes`, headers, body: note });

  const found: string[] = [];
  for (const path of [
    "/",
    "/sign-in",
    "/register",
    "/admin",
    `/admin/clients/${clientId}`,
    "/admin/settings/brand",
  ]) {
    const { text } = await send({ path, headers: { host }, cookie: owner.cookie });
    for (const { attributes } of tags(text, "a")) {
      const { href = "", rel = "", target } = attributes;
      if (!/^(?:https?:)?\/\//.test(href) || href.startsWith(`http://${host}`)) continue;
      found.push(href);
      for (const word of ["noopener", "noreferrer", "nofollow"])
        expect(rel.split(" "), `${path} ${href}`).toContain(word);
      expect(target, `${path} ${href}`).toBe("_blank");
    }
  }
  expect(new Set(found)).toEqual(new Set([...found, ...Object.values(addresses)]));
});
