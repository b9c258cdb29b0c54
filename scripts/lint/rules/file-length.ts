import { type FileRule, isIn, isTest } from "../source";

const limit = 400;

/** A file holds one subject. 40 to 150 lines are usual; beyond 400 there is a second subject in it. */
export const fileLength: FileRule = {
  name: "file-length",
  covers: (path) => isIn(path, "app", "components", "inngest", "lib", "plugins", "server") && !isTest(path),
  check({ tree, text }, report) {
    const lines = text.trimEnd().split("\n").length;
    if (lines > limit)
      report(tree, `${lines} lines; a file of more than ${limit} holds a second subject: split it`);
  },
};
