/** Words of the expression language, of YAML and of JavaScript's objects, none of which should be an id. Lower case. */
const RESERVED = new Set([
  ...[
    "and",
    "or",
    "not",
    "in",
    "is",
    "with",
    "without",
    "status_quo",
    "any",
    "true",
    "false",
    "null",
    "yes",
    "no",
    "on",
    "off",
  ],
  ...[
    "constructor",
    "tostring",
    "valueof",
    "hasownproperty",
    "isprototypeof",
    "propertyisenumerable",
    "tolocalestring",
  ],
]);
const LONGEST = 48;

/**
 * Ids from names, one for each, all different and different from those taken.
 *
 * Letters keep their case and lose their accents; anything else becomes an underscore. Taken ids are added to `taken`.
 */
export function makeIds(names: readonly string[], taken: Set<string> = new Set()): string[] {
  return names.map((name) => {
    const base = baseOf(name);
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
    taken.add(id);
    return id;
  });
}

function baseOf(name: string): string {
  const signed = name.trim().replace(/^[-−](?=[\d.])/, "minus_");
  const plain = signed
    .slice(0, 4 * LONGEST)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, "");
  const lettered = /^[A-Za-z]/.test(plain) ? plain : plain === "" ? "x" : `v_${plain}`;
  return RESERVED.has(lettered.toLowerCase()) ? `${lettered}_` : lettered;
}
