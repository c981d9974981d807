/** For tests only: utilities straight from the files, in exact fractions, sharing nothing with the readers. */

/** Utilities by profile, in the files' order, of an outcome given by its options' names in the domain's order. */
export type Scores = (labels: readonly string[]) => number[];

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

function fraction(text: string): Fraction {
  const [mantissa, exponent = "0"] = text.trim().toLowerCase().split("e");
  const [whole, digits = ""] = mantissa.split(".");
  const places = digits.length - Number(exponent);
  const top = BigInt(`${whole === "" || whole === "-" ? `${whole}0` : whole}${digits}`);
  return places >= 0
    ? { top, bottom: 10n ** BigInt(places) }
    : { top: top * 10n ** BigInt(-places), bottom: 1n };
}

const zero: Fraction = { top: 0n, bottom: 1n };
const one: Fraction = { top: 1n, bottom: 1n };
const times = (a: Fraction, b: Fraction): Fraction => reduced(a.top * b.top, a.bottom * b.bottom);
const over = (a: Fraction, b: Fraction): Fraction => reduced(a.top * b.bottom, a.bottom * b.top);
const plus = (a: Fraction, b: Fraction): Fraction =>
  reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const less = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;
const toNumber = ({ top, bottom }: Fraction): number => Number((top * 10n ** 17n) / bottom) / 1e17;

function reduced(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? zero : { top: top / a, bottom: bottom / a };
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll("&amp;", "&")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"');

/** GENIUS XML by patterns. */
export function geniusScores(texts: Readonly<Record<string, string>>, files: readonly string[]): Scores {
  const profiles = files
    .slice(1)
    .map((file) =>
      geniusProfile(texts[file].replace(/<similarity_function[\s\S]*?<\/similarity_function>/g, "")),
    );
  return (labels) => profiles.map((score) => toNumber(score(labels)));
}

function geniusProfile(text: string): (labels: readonly string[]) => Fraction {
  const rectangles = [...text.matchAll(/<hyperRectangle\b([^>]*)>([\s\S]*?)<\/hyperRectangle>/g)];
  const issues = [...text.matchAll(/<issue\b([^>]*?)(?:\/>|>([\s\S]*?)<\/issue>)/g)]
    .map(([, tag, body = ""]) => ({ tag, body, index: Number(attribute(tag, "index")) }))
    .toSorted((a, b) => a.index - b.index);
  if (rectangles.length > 0) {
    const most = fraction(/maxutility="([^"]*)"/.exec(text)![1]);
    const place = new Map(issues.map(({ index }, at) => [index, at]));
    const boxes = rectangles.map(([, tag, body]) => ({
      utility: over(fraction(attribute(tag, "utility")!), most),
      bounds: [...body.matchAll(/<INCLUDES\b([^>]*)>/g)].map(([, bound]) =>
        ["index", "min", "max"].map((key) => Number(attribute(bound, key))),
      ),
    }));
    return (labels) =>
      boxes
        .filter(({ bounds }) =>
          bounds.every(
            ([index, min, max]) =>
              Number(labels[place.get(index)!]) >= min && Number(labels[place.get(index)!]) <= max,
          ),
        )
        .reduce((sum, { utility }) => plus(sum, utility), zero);
  }
  const weights = new Map(
    [...text.matchAll(/<weight\b([^>]*)>/g)].map(([, tag]) => [
      Number(attribute(tag, "index")),
      fraction(attribute(tag, "value")!),
    ]),
  );
  const tables = issues.map(({ tag, body, index }) => {
    const weight = weights.get(index)!;
    const evaluator = /<evaluator\b([^>]*)>/.exec(body)?.[1];
    const table = new Map<string, Fraction>();
    if (evaluator !== undefined) {
      const [low, high] = [Number(attribute(tag, "lowerbound")), Number(attribute(tag, "upperbound"))];
      for (let v = low; v <= high; v++) {
        const line = plus(
          fraction(attribute(evaluator, "offset")!),
          times(fraction(attribute(evaluator, "slope")!), { top: BigInt(v - low), bottom: 1n }),
        );
        table.set(String(v), times(weight, less(line, zero) ? zero : less(one, line) ? one : line));
      }
      return table;
    }
    const items = [...body.matchAll(/<item\b([^>]*)>/g)].map(
      ([, item]) => [attribute(item, "value")!, fraction(attribute(item, "evaluation")!)] as const,
    );
    const most = items.reduce((best, [, value]) => (less(best, value) ? value : best), zero);
    for (const [value, evaluation] of items)
      table.set(value, most.top === 0n ? zero : times(weight, over(evaluation, most)));
    return table;
  });
  return (labels) => {
    const sum = summed(tables.map((table, i) => table.get(labels[i])!));
    return less(one, sum) ? one : sum;
  };
}

export function geniusWebScores(texts: Readonly<Record<string, string>>, files: readonly string[]): Scores {
  const issues = Object.keys(JSON.parse(texts[files[0]]).issuesValues);
  const profiles = files.slice(1).map((file) => JSON.parse(texts[file]).LinearAdditiveUtilitySpace);
  const tables = profiles.map(({ issueWeights, issueUtilities }) =>
    issues.map(
      (issue) =>
        new Map(
          Object.entries(issueUtilities[issue].discreteutils.valueUtilities).map(([value, utility]) => [
            value,
            times(fraction(String(issueWeights[issue])), fraction(String(utility))),
          ]),
        ),
    ),
  );
  return (labels) => tables.map((table) => toNumber(summed(labels.map((label, i) => table[i].get(label)!))));
}

/** Without reducing in between, which takes most of the time. */
function summed(parts: readonly Fraction[]): Fraction {
  return parts.reduce(
    (sum, part) =>
      sum.bottom === part.bottom
        ? { top: sum.top + part.top, bottom: sum.bottom }
        : { top: sum.top * part.bottom + part.top * sum.bottom, bottom: sum.bottom * part.bottom },
    zero,
  );
}

interface Cell {
  readonly issues: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly change: number;
}

/**
 * Exact frontier of two sums of boxes with changes above 0, by branch and bound: options that no box tells apart are one; a
 * partial outcome is worth at most the boxes it still allows, and is given up when a known point is as good in both.
 */
export function boxFrontier(sizes: readonly number[], parties: readonly (readonly Cell[])[]): number[][] {
  const all = parties.flat();
  const inside = ({ issues, from, to }: Cell, i: number, o: number) =>
    issues.every((issue, k) => issue !== i || (o >= from[k] && o <= to[k]));
  const groups = sizes.map((size, i) => {
    const seen = new Map<string, number>();
    for (let o = 0; o < size; o++) {
      const key = all.map((cell) => (inside(cell, i, o) ? 1 : 0)).join("");
      if (!seen.has(key)) seen.set(key, o);
    }
    return [...seen.values()];
  });
  const uses = sizes.map((_, i) => all.filter(({ issues }) => issues.includes(i)).length);
  const order = sizes.map((_, i) => i).toSorted((a, b) => uses[b] - uses[a]);
  let known: number[][] = [];
  const total = (cells: readonly Cell[]) => cells.reduce((sum, { change }) => sum + change, 0);
  const visit = (depth: number, open: readonly (readonly Cell[])[]): void => {
    const bound = open.map(total);
    if (known.some((point) => point.every((value, p) => value >= bound[p] - 1e-9))) return;
    if (depth === order.length) {
      known = known.filter((point) => !point.every((value, p) => value <= bound[p] + 1e-9));
      known.push(bound);
      return;
    }
    const i = order[depth];
    const next = groups[i].map((o) => open.map((cells) => cells.filter((cell) => inside(cell, i, o))));
    const promise = (one: readonly (readonly Cell[])[]) => one.reduce((sum, cells) => sum + total(cells), 0);
    for (const one of next.toSorted((a, b) => promise(b) - promise(a))) visit(depth + 1, one);
  };
  visit(0, parties);
  return known;
}
