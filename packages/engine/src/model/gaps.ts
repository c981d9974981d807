import type { Case } from "./case.ts";
import { givenAsWritten } from "./given-as-written.ts";
import { placements } from "./placement.ts";
import { failures } from "./schema/talks-schema.ts";

/** Something that nobody has said or judged. */
export interface Gap {
  /** Where it would be entered. */
  readonly path: string;
  readonly text: string;
}

export interface GapGroup {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What follows from such a gap. */
  readonly consequence: string;
  readonly gaps: readonly Gap[];
}

/** What the case leaves open, in groups; every group is there, empty when there is nothing. */
export function gapsOf(input: Case): readonly GapGroup[] {
  return [
    group(
      "rests-on-nothing",
      "Entries that rest on nothing",
      "They count as entered, but neither words nor a reason stand behind them.",
      unsupported(input),
    ),
    group(
      "defaults",
      "Defaults in use",
      "Nothing was entered, and a documented default stands in.",
      defaults(input),
    ),
    group(
      "stances",
      "Placements on which a principal has no stance",
      "It is taken to accept, unless it insists on another placement.",
      missingStances(input),
    ),
    group(
      "values",
      "Parties without values",
      "Whether a deal is worth anything to them cannot be said.",
      partiesWithoutValues(input),
    ),
    group(
      "no-deal",
      "Parties without a no-deal value",
      "A deal cannot be compared with no deal for them.",
      withoutNoDeal(input),
    ),
    group(
      "issues",
      "Issues that no principal values",
      "They make no difference to any deal.",
      unvaluedIssues(input),
    ),
    group(
      "success",
      "Principals without a success test",
      "Whether a deal is what they would call success cannot be said.",
      withoutSuccess(input),
    ),
    group(
      "thresholds",
      "Thresholds without influence",
      "A party whose threshold is missed is taken to undo nothing.",
      withoutInfluence(input),
    ),
    group(
      "checks",
      "Obligations without a check",
      "Nobody has said how they would be checked, or whether compliance is defined.",
      withoutCheck(input),
    ),
    group(
      "months",
      "Tracks without a duration",
      "How long they take is left out of account.",
      withoutMonths(input),
    ),
    group(
      "outlook",
      "Failures without an outlook",
      "What follows such a failure is not known.",
      withoutOutlook(input),
    ),
  ];
}

function group(id: string, title: string, consequence: string, gaps: readonly Gap[]): GapGroup {
  return { id, title, consequence, gaps };
}

function unsupported({ entries, worded }: Case): readonly Gap[] {
  const numbers = entries.filter(({ basis, isDefault }) => basis === "nothing" && !isDefault);
  return [
    ...numbers.map(({ path, given }) => ({ path, text: givenAsWritten(given) })),
    ...worded
      .filter(({ basis }) => basis === "nothing")
      .map(({ path }) => ({ path, text: "an order in words" })),
  ];
}

function defaults({ entries, document }: Case): readonly Gap[] {
  const entered = entries
    .filter(({ isDefault }) => isDefault)
    .map(({ path, given }) => ({ path, text: `taken as ${givenAsWritten(given)}` }));
  const weights = Object.entries(document.parties).flatMap(([id, { values }]) =>
    values !== undefined && values.weights === undefined && values.ranking === undefined
      ? [{ path: `${id}.values.weights`, text: "importances taken as unknown" }]
      : [],
  );
  return [...entered, ...weights];
}

function missingStances({ parties, principals, baskets, framings }: Case): readonly Gap[] {
  return principals.flatMap((party) =>
    baskets.flatMap((basket, index) =>
      placements.flatMap((placement, place) => {
        const using = framings.filter(({ described }) => described[party][index] === placement);
        if (using.length === 0 || parties[party].stances[index][place] >= 0) return [];
        const { id, label } = parties[party];
        const where = using.map((framing) => framing.label).join("; ");
        return [
          {
            path: `${id}.stances.${basket.id}.${placement}`,
            text: `${label} on ${basket.label}, placed ${placement} (${where})`,
          },
        ];
      }),
    ),
  );
}

function partiesWithoutValues({ parties }: Case): readonly Gap[] {
  return parties
    .filter(({ role, values }) => values === null && role !== "mediator" && role !== "verifier")
    .map(({ id, label }) => ({ path: `${id}.values`, text: label }));
}

function withoutNoDeal({ parties, principals }: Case): readonly Gap[] {
  return principals
    .map((index) => parties[index])
    .filter(
      ({ values, noDeal, outlook }) =>
        values !== null && noDeal < 0 && (outlook === null || outlook.values.every((entry) => entry < 0)),
    )
    .map(({ id, label }) => ({ path: `${id}.noDeal`, text: label }));
}

function unvaluedIssues({ issues, parties, principals }: Case): readonly Gap[] {
  const isValued = (issue: number) =>
    principals.some((party) => {
      const { values } = parties[party];
      return (
        values !== null &&
        (values.options[issue] !== null ||
          values.interactions.some(({ issues: named }) => named.includes(issue)))
      );
    });
  return issues.flatMap(({ id, label }, index) =>
    isValued(index) ? [] : [{ path: `issues.${id}`, text: label }],
  );
}

function withoutSuccess({ parties, principals, framings }: Case): readonly Gap[] {
  return principals.flatMap((party) => {
    const { id, label, success } = parties[party];
    const open = framings.filter((_, index) => success[index] === null);
    if (open.length === 0) return [];
    return [
      {
        path: `${id}.success`,
        text:
          open.length === framings.length
            ? label
            : `${label}: ${open.map((framing) => framing.label).join("; ")}`,
      },
    ];
  });
}

function withoutInfluence({ parties }: Case): readonly Gap[] {
  return parties.flatMap(({ id, label, threshold }) =>
    threshold !== null && threshold.influence < 0 ? [{ path: `${id}.threshold.influence`, text: label }] : [],
  );
}

function withoutCheck({ issues, parties }: Case): readonly Gap[] {
  return issues.flatMap((issue) =>
    issue.options.flatMap((option) =>
      option.obligations.flatMap(({ by, text, checked }, index) =>
        checked
          ? []
          : [
              {
                path: `issues.${issue.id}.options.${option.id}.obligations.${index}`,
                text: `${parties[by].label}: ${text}`,
              },
            ],
      ),
    ),
  );
}

/** Once for each basket that goes on a track somewhere without a duration. */
function withoutMonths({ baskets, framings }: Case): readonly Gap[] {
  return baskets.flatMap(({ id, label }, basket) => {
    const open = framings.filter(
      ({ placements: placed, months }) =>
        months[basket] < 0 && placed[basket] !== "none" && placed[basket] !== "discussed",
    );
    return open.length === 0
      ? []
      : [
          {
            path: `time.months.${id}`,
            text: `${label} (${open.map((framing) => framing.label).join("; ")})`,
          },
        ];
  });
}

function withoutOutlook({ document }: Case): readonly Gap[] {
  const names = {
    agendaRefused: "the agenda is refused",
    atTheTable: "no zone, or bargaining fails",
    insufficient: "a deal is undone",
    overtaken: "events overtake the talks",
  };
  return failures
    .filter((failure) => document.outlook?.likelihood[failure] === undefined)
    .map((failure) => ({ path: `outlook.likelihood.${failure}`, text: names[failure] }));
}
