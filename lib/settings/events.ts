import { z } from "zod";
import { event } from "@/lib/core/operation/event";
import { settingKeySchema } from "@/lib/settings/schema";

export const settingChanged = event(
  "settings/setting.changed",
  z.object({ key: settingKeySchema }),
  ({ key }) => key,
);
