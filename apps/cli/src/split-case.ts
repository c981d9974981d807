import { existsOnDisk } from "./find-case.ts";

/**
 * Tells a case from what follows it, where the case may be left out: the first argument is a case when it is
 * something on disk, or cannot be anything else.
 *
 * @param isOther whether an argument that is not on disk reads as what follows a case
 */
export function splitCase(
  args: readonly string[],
  cwd: string,
  isOther: (argument: string) => boolean,
): { readonly caseArgument: string | undefined; readonly rest: readonly string[] } {
  const [first, ...rest] = args;
  if (first === undefined) return { caseArgument: undefined, rest: [] };
  if (existsOnDisk(first, cwd) || !isOther(first)) return { caseArgument: first, rest };
  return { caseArgument: undefined, rest: args };
}
