import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { exampleSettings } from "@/lib/mail/examples";
import { SettingsView } from "@/lib/mail/schema";
import { settingsView } from "@/lib/mail/settings";

export const getSettings = query({
  name: "mail.settings.get",
  summary: "Read how mail leaves",
  audience: ["staff"],
  input: z.strictObject({}),
  output: SettingsView,
  http: { method: "GET", path: "/mail-settings" },
  example: { input: {}, output: exampleSettings },
  run: (context) => settingsView(context),
});
