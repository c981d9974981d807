export type { ImportedCase } from "../domain/domain.ts";
export { readNegmas } from "./read-negmas.ts";
export { writeNegmas } from "./write-negmas.ts";
