import { existsSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Address of the JSON Schema that editors complete a case by; undefined where the documentation is not installed. */
export function schemaSeenFrom(folder: string): string | undefined {
  const schema = fileURLToPath(new URL("../../../docs/case.schema.json", import.meta.url));
  if (!existsSync(schema)) return undefined;
  return relative(folder, schema).replaceAll("\\", "/");
}
