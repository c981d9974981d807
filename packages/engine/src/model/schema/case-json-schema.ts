import * as z from "zod";
import { caseSchema } from "./case-schema.ts";

/** JSON Schema (2020-12) of `case.yaml`, by which editors complete and check it. */
export function caseJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(caseSchema, {
    target: "draft-2020-12",
    io: "input",
    reused: "ref",
  });
  return { $schema, title: "Parley case", ...rest };
}
