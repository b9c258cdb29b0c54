import { ambiguitiesOf } from "../regex/ambiguity";
import { meetsStrangers, regexesOf } from "../regex/collect";
import type { FileRule } from "../source";

/** No expression that can match one text in exponentially many ways. Slow polynomial ones are found by running them (F-28). */
export const noSlowRegex: FileRule = {
  name: "no-slow-regex",
  covers: meetsStrangers,
  check(source, report) {
    for (const { regex, node } of regexesOf(source)) {
      for (const ambiguity of ambiguitiesOf(regex)) report(node, ambiguity);
    }
  },
};
