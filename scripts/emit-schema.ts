/** Writes docs/case.schema.json, the JSON Schema of the case format, from the schema that the engine itself uses. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseJsonSchema } from "../packages/engine/src/model/schema/case-json-schema.ts";

const file = join(import.meta.dirname, "..", "docs", "case.schema.json");
writeFileSync(file, `${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
console.log(`wrote ${file}`);
