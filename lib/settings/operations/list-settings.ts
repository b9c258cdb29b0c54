import "server-only";
import { z } from "zod";
import { query } from "@/lib/core/operation/operation";
import { catalogue } from "@/lib/settings/catalogue";
import { storedSettings, toSettingView } from "@/lib/settings/queries";
import { SettingView } from "@/lib/settings/schema";

export const listSettings = query({
  name: "settings.setting.list",
  summary: "List the company's settings",
  audience: ["staff"],
  input: z.strictObject({ area: z.string().max(40).optional() }),
  output: z.object({ items: z.array(SettingView) }),
  http: { method: "GET", path: "/settings" },
  example: {
    input: { area: "security" },
    output: {
      items: [
        {
          key: "security.secondFactor",
          area: "security",
          value: "staff",
          initial: "optional",
          isChanged: true,
          version: 1,
          updatedAt: "2026-04-01T09:00:00.000Z",
        },
      ],
    },
  },
  async run(context, { area }) {
    const stored = await storedSettings(context);
    const wanted = catalogue.filter((setting) => area === undefined || setting.area === area);
    return { items: wanted.map((setting) => toSettingView(setting, stored.get(setting.key))) };
  },
});
