import { ensureBuilt } from "@/scripts/build.mjs";

/** The product as it is now, built: a build of these sources that is already there is kept. */
export default async function setup(): Promise<void> {
  await ensureBuilt();
}
