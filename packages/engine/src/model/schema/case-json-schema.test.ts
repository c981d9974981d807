import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { caseJsonSchema } from "./case-json-schema.ts";
import { caseSchema } from "./case-schema.ts";
import { allFields } from "./schema-fields.ts";

const docs = join(import.meta.dirname, "../../../../../docs");

describe("the case format's documents", () => {
  it("has a current JSON Schema; otherwise run `node scripts/emit-schema.ts`", () => {
    const committed: unknown = JSON.parse(readFileSync(join(docs, "case.schema.json"), "utf8"));
    expect(committed).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
  });

  it("names every field in docs/case-format.md", () => {
    const page = readFileSync(join(docs, "case-format.md"), "utf8");
    const named = new Set(
      [...page.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code.split(/[^A-Za-z0-9]+/)),
    );
    const missing = allFields(caseSchema).filter(({ name }) => !named.has(name));
    expect(missing.map(({ place }) => place)).toEqual([]);
  });
});
