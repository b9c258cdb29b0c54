import type { DurableLog } from "./model";

/** Does a duty again and again, with `everyMs` between end and beginning. A failure is logged and tried again. Returns its end. */
export function repeat(
  name: string,
  everyMs: number,
  duty: () => Promise<unknown>,
  log: DurableLog,
): () => void {
  let isEnding = false;
  let timer: NodeJS.Timeout;
  const plan = () => {
    timer = setTimeout(() => {
      duty()
        .catch((error) => log.warn("A duty of the durable-work server failed", { name, error }))
        .finally(() => {
          if (!isEnding) plan();
        });
    }, everyMs);
  };
  plan();
  return () => {
    isEnding = true;
    clearTimeout(timer);
  };
}
