import { writeFile } from "node:fs/promises";
import { environmentExample, referenceMarkdown } from "@/lib/core/config/reference";

/** `npm run docs:config`: writes the configuration reference and `.env.example` from the schema. */
await writeFile("docs/operators/configuration.md", referenceMarkdown());
await writeFile(".env.example", environmentExample());
console.log("docs/operators/configuration.md and .env.example are written.");
