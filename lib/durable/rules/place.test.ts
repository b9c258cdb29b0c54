import { expect, test } from "vitest";
import { placeOf } from "@/lib/durable/rules/place";

test("work is local when nothing is configured, or when the process that starts the server says so", () => {
  expect(placeOf({ INNGEST_LOCAL: false }).kind).toBe("local");
  const started = { INNGEST_LOCAL: true, INNGEST_BASE_URL: "http://127.0.0.1:8288", INNGEST_EVENT_KEY: "e" };
  expect(placeOf(started).kind).toBe("local");
});

test("a server of one's own shows its runs at its address, and Inngest Cloud at its dashboard", () => {
  const own = { INNGEST_LOCAL: false, INNGEST_BASE_URL: "http://inngest:8288", INNGEST_EVENT_KEY: "e" };
  expect(placeOf(own)).toEqual({ kind: "elsewhere", dashboardUrl: "http://inngest:8288" });
  const cloud = { INNGEST_LOCAL: false, INNGEST_EVENT_KEY: "e" };
  expect(placeOf(cloud)).toEqual({ kind: "elsewhere", dashboardUrl: "https://app.inngest.com" });
});
