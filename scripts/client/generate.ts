import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { registry } from "@/lib/registry";
import { clientFile, clientSource } from "./source";

const root = process.cwd();
const target = path.join(root, clientFile);
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, clientSource(registry, root));
console.log(`Wrote ${clientFile}`);
