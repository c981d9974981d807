/**
 * What a case has no field for is kept in its notes, as sentences people can read: the file it came from, a discount factor,
 * the index of an issue, how values were computed. Writers read the same sentences back, and use what they say only where it
 * still agrees with the numbers of the case.
 */
export const remark = {
  file: (name: string, format: string) => `Read from the ${format} file ${JSON.stringify(name)}.`,
  discount: (text: string) => `Discount factor ${text} in the file; values here are not discounted.`,
  index: (index: number) => `Index ${index} in the file.`,
  integer: (from: number, to: number) => `Whole numbers from ${from} to ${to}.`,
  real: (from: string, to: string, values: number) =>
    `Real numbers from ${from} to ${to}, read at ${values} evenly spaced values.`,
  range: (low: string, high: string, step: string) => `Numbers from ${low} to ${high} in steps of ${step}.`,
  evaluator: (attributes: Readonly<Record<string, string>>) =>
    `Computed by the evaluator ${Object.entries(attributes)
      .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      .join(" ")}.`,
  scale: (text: string) => `Utilities in the file are divided by ${text}.`,
  bid: (options: Readonly<Record<string, string>>) =>
    `The no-deal value is that of the reservation bid ${JSON.stringify(options)}.`,
} as const;

const patterns = {
  file: /Read from the [^"]+ file ("(?:[^"\\]|\\.)*")\./,
  discount: /Discount factor (\S+) in the file;/,
  index: /Index (\d+) in the file\./,
  integer: /Whole numbers from (-?\d+) to (-?\d+)\./,
  real: /Real numbers from (\S+) to (\S+), read at (\d+) evenly/,
  range: /Numbers from (\S+) to (\S+) in steps of (\S+)\.(?:\s|$)/,
  scale: /Utilities in the file are divided by (\S+)\.(?:\s|$)/,
  bid: /reservation bid (\{.*\})\.(?:\s|$)/,
} as const;

/** What a sentence of that kind says in a note; null when there is none. */
export function readRemark(kind: keyof typeof patterns, note: string | undefined): readonly string[] | null {
  const found = patterns[kind].exec(note ?? "");
  return found === null ? null : found.slice(1);
}

export function readFileRemark(note: string | undefined): string | null {
  const found = readRemark("file", note);
  return found === null ? null : (parsed(found[0]) as string | null);
}

/** Attributes of an evaluator; null when the note names none. */
export function readEvaluatorRemark(note: string | null | undefined): ReadonlyMap<string, string> | null {
  const found = /Computed by the evaluator ((?:\w+="[^"\\]*" ?)+)\./.exec(note ?? "");
  if (found === null) return null;
  return new Map([...found[1].matchAll(/(\w+)="([^"\\]*)"/g)].map(([, name, value]) => [name, value]));
}

export function readBidRemark(note: string | undefined): Readonly<Record<string, string>> | null {
  const found = readRemark("bid", note);
  const bid = found === null ? null : parsed(found[0]);
  if (
    typeof bid !== "object" ||
    bid === null ||
    Object.values(bid).some((option) => typeof option !== "string")
  )
    return null;
  return bid as Record<string, string>;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
