import type { RegistryEntry } from "./command-module.ts";

/** Every command, in the order of the list that `parley --help` prints. */
export const registry: readonly RegistryEntry[] = [
  { name: "new", summary: "write a small case to start from", load: () => import("./commands/new.ts") },
  {
    name: "check",
    summary: "find what is wrong with a case, or missing",
    load: () => import("./commands/check.ts"),
  },
  {
    name: "agenda",
    summary: "what each side has said about what is on the table",
    load: () => import("./commands/agenda.ts"),
  },
  { name: "compare", summary: "the framings side by side", load: () => import("./commands/compare.ts") },
  {
    name: "chunk",
    summary: "one part of a long run of readings, on any machine",
    load: () => import("./commands/chunk.ts"),
  },
  {
    name: "gather",
    summary: "the parts of a run put together",
    load: () => import("./commands/gather.ts"),
  },
  {
    name: "deals",
    summary: "the deals that one framing leaves open",
    load: () => import("./commands/deals.ts"),
  },
  {
    name: "explain",
    summary: "what stands in the way of a framing, and the smallest moves that open it",
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "show",
    summary: "a case or a part of it in words, with what it rests on",
    load: () => import("./commands/show.ts"),
  },
  {
    name: "try",
    summary: "what a change would change, leaving the file alone",
    load: () => import("./commands/try.ts"),
  },
  {
    name: "diff",
    summary: "how two cases differ, and what follows from it",
    load: () => import("./commands/diff.ts"),
  },
  { name: "gaps", summary: "entries that rest on nothing", load: () => import("./commands/gaps.ts") },
  {
    name: "import",
    summary: "a GENIUS, GeniusWeb or NegMAS domain, made into a case",
    load: () => import("./commands/import.ts"),
  },
  {
    name: "export",
    summary: "a case as a GENIUS, GeniusWeb or NegMAS domain",
    load: () => import("./commands/export.ts"),
  },
  { name: "glossary", summary: "the words Parley uses", load: () => import("./commands/glossary.ts") },
  {
    name: "completion",
    summary: "completion of commands and options in a shell",
    load: () => import("./commands/completion.ts"),
  },
];
