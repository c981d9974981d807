/** A path as it can be typed in a shell. */
export const quotedPath = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);
