import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noBareSession } from "./no-bare-session";

test.each([
  "if (session) show();",
  "if (!session) refuse();",
  "const page = session ? full : empty;",
  "const part = session && full;",
  "if (session === null) refuse();",
  "if (session != undefined) show();",
  "if (!(await auth())) refuse();",
  "if (Boolean(currentSession)) show();",
  "if (isOpen && session) show();",
  "const session = await auth(); if (!session) refuse();",
])("S-52: %s is refused", (text) => {
  expect(findingsIn(noBareSession, "app/admin/page.tsx", text)).toEqual(["1 no-bare-session"]);
});

test.each([
  "if (session?.user?.id) show();",
  "if (!session?.user?.id) refuse();",
  "if (session.user.id === undefined) refuse();",
  "const session = await db.session.findUnique({ where }); if (!session) throw new SessionEnded();",
  "const actor = await currentActor(); if (!actor) refuse();",
  "sign(session);",
])("S-52: %s passes", (text) => {
  expect(findingsIn(noBareSession, "app/admin/page.tsx", text)).toEqual([]);
});
