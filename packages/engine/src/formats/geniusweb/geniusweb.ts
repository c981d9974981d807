export type { ImportedCase } from "../domain/domain.ts";
export { readGeniusWeb } from "./read-geniusweb.ts";
export { writeGeniusWeb } from "./write-geniusweb.ts";
