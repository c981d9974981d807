import { atEnd, itReports } from "../bad-starter.oracle.ts";

itReports([
  {
    why: "a question about no place",
    edits: [atEnd("ask: [{ party: north, question: Later?, on: [north.stances.border.latter] }]\n")],
    code: "unknown-path",
    path: "ask.0.on.0",
    at: "north.stances.border.latter",
    says: /did you mean `later`/,
  },
  {
    why: "a question to nobody",
    edits: [atEnd("ask: [{ party: west, question: Later? }]\n")],
    code: "unknown-id",
    path: "ask.0.party",
    at: "west",
  },
]);
