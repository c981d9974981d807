import type { PartyOutlook, Scenario } from "../case.ts";
import type { DataPath } from "../reading/data-path.ts";
import { type Failure, failures } from "../schema/talks-schema.ts";
import type { Compiling } from "./compiling.ts";
import { openSetting, type Setting, within } from "./entry-register.ts";

/** By failure, then scenario: entries of relative likelihood; null where none are entered. */
export type ByFailure = Readonly<Record<Failure, readonly number[] | null>>;

export function compileScenarios({ document }: Compiling): readonly Scenario[] {
  return Object.entries(document.outlook?.scenarios ?? {}).map(([id, { label, goesOn, escalation }]) => ({
    id,
    label,
    goesOn,
    escalation,
  }));
}

const nothing: ByFailure = { agendaRefused: null, atTheTable: null, insufficient: null, overtaken: null };

/** The coder's own likelihoods, registered once and shared by all parties. */
export function compileCoderOutlook(compiling: Compiling): ByFailure {
  const outlook = compiling.document.outlook;
  if (outlook === undefined) return nothing;
  return {
    ...nothing,
    ...compileLikelihoods(
      compiling,
      outlook.likelihood,
      ["outlook", "likelihood"],
      within(openSetting, outlook),
    ),
  };
}

/** @returns null when the outlook gives the party neither values nor an expectation of its own */
export function compileOutlook(compiling: Compiling, party: string, coder: ByFailure): PartyOutlook | null {
  const { document, entries } = compiling;
  const outlook = document.outlook;
  if (outlook === undefined) return null;
  const values = Object.hasOwn(outlook.values, party) ? outlook.values[party] : undefined;
  const beliefs = Object.hasOwn(outlook.beliefs, party) ? outlook.beliefs[party] : undefined;
  if (values === undefined && beliefs === undefined) return null;
  const setting: Setting = { ...within(openSetting, outlook), party };
  const own =
    beliefs === undefined
      ? {}
      : compileLikelihoods(compiling, beliefs, ["outlook", "beliefs", party], setting);
  return {
    values: Object.keys(outlook.scenarios).map((scenario) =>
      values !== undefined && Object.hasOwn(values, scenario)
        ? entries.add(["outlook", "values", party, scenario], "points", values[scenario], setting)
        : -1,
    ),
    likelihoods: { ...coder, ...own },
  };
}

function compileLikelihoods(
  compiling: Compiling,
  given: Partial<Record<Failure, Readonly<Record<string, unknown>> | undefined>>,
  at: DataPath,
  setting: Setting,
): Partial<ByFailure> {
  const { document, entries } = compiling;
  const scenarios = Object.keys(document.outlook?.scenarios ?? {});
  const found: Partial<Record<Failure, readonly number[]>> = {};
  for (const failure of failures) {
    const likelihoods = given[failure] as Parameters<typeof weightOf>[0] | undefined;
    if (likelihoods === undefined) continue;
    found[failure] = scenarios.map((scenario) =>
      entries.add([...at, failure, scenario], "weight", weightOf(likelihoods, scenario), setting),
    );
  }
  return found;
}

function weightOf(
  likelihoods: Readonly<Record<string, Parameters<Compiling["entries"]["add"]>[2]>>,
  scenario: string,
) {
  return Object.hasOwn(likelihoods, scenario) ? likelihoods[scenario] : undefined;
}
