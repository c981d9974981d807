import { badInput } from "./bad-input.ts";

/** What the system said when a file could not be read, as bad input. */
export function unreadable(file: string, error: NodeJS.ErrnoException): Error {
  const reasons: Record<string, string> = {
    EACCES: "no permission to read it",
    EPERM: "no permission to read it",
    ELOOP: "a link leads back to itself",
    ENOENT: "it is not there, or a link leads nowhere",
    ENOTDIR: "it is a file, where a folder is expected",
  };
  const reason = reasons[error.code ?? ""] ?? error.message;
  return badInput("unreadable", `cannot read ${file}: ${reason}`, { file });
}
