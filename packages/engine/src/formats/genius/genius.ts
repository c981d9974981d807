export type { ImportedCase } from "../domain/domain.ts";
export { readGenius } from "./read-genius.ts";
export { writeGenius } from "./write-genius.ts";
