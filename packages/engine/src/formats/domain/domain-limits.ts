/** What is read of other people's files; more is refused before anything is built from it. */
export const domainLimits = {
  /** Bytes of one file. */
  fileBytes: 8_000_000,
  /** Of YAML, which takes ten times as long to parse as the others. */
  yamlBytes: 4_000_000,
  files: 200,
  issues: 500,
  optionsOfAnIssue: 10_000,
  /** Of all issues together. */
  options: 20_000,
  profiles: 50,
  /** Options of all issues times profiles. */
  values: 200_000,
  /** Rectangles of all profiles together. */
  boxes: 5_000,
  /** Elements, lists and mappings inside one another. */
  depth: 40,
  /** Characters of a name. */
  name: 1_000,
} as const;
