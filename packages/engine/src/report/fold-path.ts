/** Columns that a table leaves for paths in its first column. */
export const pathRoom = (width: number): number => Math.floor(width * 0.4);

/** A path over several lines of at most `width` columns where it can be broken after dots; never within a name. */
export function foldPath(path: string, width: number): string {
  const lines = [""];
  for (const part of path.split(/(?<=\.)/)) {
    const last = lines.length - 1;
    if (lines[last] === "" || lines[last].length + part.length <= width) lines[last] += part;
    else lines.push(part);
  }
  return lines.join("\n");
}
