import * as z from "zod";

/** Ids name things inside a case and stand in expressions and paths, so they are plain words: a letter, then letters, digits and underscores. */
export const idPattern = /^[A-Za-z][A-Za-z0-9_]*$/;

export const id = z
  .string()
  .regex(idPattern, "an id is a letter followed by letters, digits or underscores")
  .max(64);

/** A calendar date, `YYYY-MM-DD`. The case knows days, not hours. */
export const date = z.iso.date();

/** Free text shown to people. Never markup: every output escapes it. */
export const text = z.string().trim().min(1).max(4000);

/** An expression in the case's own small language; see `model/expression`. */
export const expression = z.string().trim().min(1).max(4000);

export const isPrivate = z.boolean().default(false).describe("Left out of every shareable output.");

/** A map keyed by ids, in the order written. */
export const byId = <T extends z.ZodType>(value: T) => z.record(id, value);
