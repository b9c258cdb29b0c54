import { useEffect, useState } from "react";
import type { Choice } from "./choice";
import { findRecords, type RecordKind } from "./records";

export type Found = { typed: string; records: Partial<Record<RecordKind, Choice[]>>; isWhole: boolean };

const nothing: Found = { typed: "", records: {}, isWhole: true };
const leastTyped = 2;
const pauseMs = 120;

/**
 * Records that fit what was typed, asked for once typing pauses. A list that does not answer is left out and the rest shown, with
 * `isWhole` false. What was found for the text before stays until there is something newer.
 */
export function useRecords(
  typed: string,
  kinds: readonly RecordKind[],
): { found: Found; isSearching: boolean } {
  const [found, setFound] = useState(nothing);
  const wanted = typed.trim();
  const isWorthIt = wanted.length >= leastTyped || /^#?\d+$/.test(wanted);

  useEffect(() => {
    if (!isWorthIt) return setFound(nothing);
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(
        kinds.map((kind) => findRecords(kind, wanted, leaving.signal)),
      );
      if (leaving.signal.aborted) return;
      const records = Object.fromEntries(
        answers.map((answer, index) => [kinds[index], answer.status === "fulfilled" ? answer.value : []]),
      );
      setFound({ typed: wanted, records, isWhole: answers.every(({ status }) => status === "fulfilled") });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [wanted, isWorthIt, kinds]);

  return { found, isSearching: isWorthIt && found.typed !== wanted };
}
