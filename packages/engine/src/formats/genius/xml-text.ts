/** One element as text. Line breaks in attributes would be read back as spaces, so they are written as references. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  if (children.length === 0) return `<${name}${written.join("")}/>`;
  const inside = children.map((child) => `  ${child.replaceAll("\n", "\n  ")}`).join("\n");
  return `<${name}${written.join("")}>\n${inside}\n</${name}>`;
}

function escaped(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
