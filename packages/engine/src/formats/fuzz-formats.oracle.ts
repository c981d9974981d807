import { readCase } from "../model/read-case.ts";
import type { DomainFiles } from "./domain/domain.ts";
import { readDomainFolder } from "./domain-folder.ts";
import { damaged, dice } from "./mutate-files.oracle.ts";

/**
 * For tests only: reads a damaged copy of one of the folders, and checks that the answer is either a case that checks or a
 * list of problems with words in it. Throws with the seed otherwise.
 *
 * @returns whether it was read
 */
export async function readDamaged(folders: readonly DomainFiles[], seed: number): Promise<boolean> {
  const roll = dice(seed);
  const files = damaged(folders[roll(folders.length)], roll);
  try {
    const read = await readDomainFolder(files);
    for (const { code, message, severity } of read.problems) {
      if (
        !/^[a-z0-9-]+$/.test(code) ||
        message === "" ||
        /undefined|\[object/.test(message) ||
        !["error", "warning"].includes(severity)
      )
        throw new Error(`odd problem: ${code}: ${message}`);
    }
    if (!read.ok) {
      if (!read.problems.some(({ severity }) => severity === "error"))
        throw new Error("refused without an error");
      return false;
    }
    const checked = readCase({ path: "case.yaml", caseText: read.value.caseText, sources: {} });
    if (!checked.ok)
      throw new Error(`the case does not check: ${JSON.stringify(checked.problems.slice(0, 3))}`);
    return true;
  } catch (error) {
    throw new Error(
      `seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
