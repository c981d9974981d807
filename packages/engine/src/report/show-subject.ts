import type { Basket, Case, Framing, Issue, Option, Scenario } from "../model/case.ts";
import { dateInWords, list, plural } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { shownClaims, shownEntry } from "./show-evidence.ts";
import type { Shown } from "./shown.ts";

/** What the talks are about: the case as a whole, issues, options, baskets, framings, what follows. */

export function showCase(kase: Case): Shown {
  const { document } = kase;
  const named = (things: readonly { readonly id: string; readonly label: string }[]) =>
    things.map(({ id, label }) => `${label} (${id})`).join(", ");
  const roles = ["principal", "ratifier", "concerned", "mediator", "verifier"] as const;
  const facts: Labelled[] = [
    ...document.summary.map((text, i) => ({ label: i === 0 ? "At issue" : "", text })),
    {
      label: "As of",
      text: dateInWords(kase.asOf) + (document.asOfNote === undefined ? "" : ` (${document.asOfNote})`),
    },
    {
      label: "Coded",
      text: `by ${document.viewpoint.coder}; from ${document.viewpoint.from}; ${document.viewpoint.basis}`,
    },
    ...roles.flatMap((role) => {
      const parties = kase.parties.filter((party) => party.role === role);
      return parties.length === 0 ? [] : [{ label: rolePlural[role], text: named(parties) }];
    }),
    ...kase.baskets.map((basket, i) => ({
      label: i === 0 ? "Baskets" : "",
      text: `${basket.label} (${basket.id}): ${named(basket.issues.map((issue) => kase.issues[issue])) || "no issues entered"}`,
    })),
    { label: "Framings", text: named(kase.framings) || "none" },
    {
      label: "Evidence",
      text: `${plural(Object.keys(document.claims).length, "claim")}, ${plural(Object.keys(document.sources).length, "source")}, ${plural(Object.keys(document.events).length, "event")}`,
    },
  ];
  return { kind: "case", path: "", label: kase.title, facts, entries: [], claims: [] };
}

const rolePlural = {
  principal: "Principals",
  ratifier: "Ratifiers",
  concerned: "Concerned parties",
  mediator: "Mediators",
  verifier: "Verifiers",
} as const;

export function showIssue(kase: Case, issue: Issue): Shown {
  const document = kase.document.issues[issue.id];
  const valued = new RegExp(`\\.values\\.(weights|options)\\.${issue.id}(\\.|$)`);
  const entries = kase.entries.filter(({ path }) => valued.test(path));
  const claims = Object.keys(kase.document.claims).filter((id) =>
    kase.document.claims[id].about.includes(issue.id),
  );
  const facts: Labelled[] = [
    ...(document.question === undefined ? [] : [{ label: "Question", text: document.question }]),
    ...(issue.basket < 0 ? [] : [{ label: "Basket", text: kase.baskets[issue.basket].label }]),
    ...issue.options.map((option, o) => ({
      label: o === 0 ? "Options" : "",
      text: `${option.label} (${option.id})${o === issue.statusQuo ? ", the status quo" : ""}`,
    })),
    ...kase.parties.flatMap((party) =>
      party.lines
        .filter((line) => line.issues.includes(kase.issues.indexOf(issue)))
        .map((line) => ({ label: `Line of ${party.label}`, text: line.label })),
    ),
  ];
  return {
    kind: "issue",
    path: issue.id,
    label: issue.label,
    facts,
    entries: entries.map(shownEntry),
    claims: shownClaims(kase, claims),
  };
}

export function showOption(kase: Case, issue: Issue, option: Option): Shown {
  const facts: Labelled[] = [
    { label: "Of", text: issue.label },
    ...(option.number === null
      ? []
      : [{ label: "Size", text: `${option.number}${issue.unit === null ? "" : ` ${issue.unit}`}` }]),
    ...(issue.options[issue.statusQuo] === option
      ? [{ label: "", text: "Stands if nothing is agreed." }]
      : []),
    ...option.obligations.map(({ by, text, checked }) => ({
      label: `Obliges ${kase.parties[by].label}`,
      text: `${text} (${checked ? "can be checked" : "nobody has said how it would be checked"})`,
    })),
  ];
  const valued = `.values.options.${issue.id}.${option.id}`;
  const obliged = `issues.${issue.id}.options.${option.id}.`;
  const entries = kase.entries.filter(({ path }) => path.endsWith(valued) || path.startsWith(obliged));
  return {
    kind: "option",
    path: `${issue.id}.${option.id}`,
    label: option.label,
    facts,
    entries: entries.map(shownEntry),
    claims: [],
  };
}

export function showBasket(kase: Case, basket: Basket): Shown {
  const issues = basket.issues.map((issue) => kase.issues[issue]);
  const infix = `.stances.${basket.id}.`;
  const stances = kase.entries.filter(({ path }) => path.includes(infix));
  const ids = new Set([basket.id, ...issues.map(({ id }) => id)]);
  const claims = Object.entries(kase.document.claims).filter(([, claim]) =>
    claim.about.some((id) => ids.has(id)),
  );
  return {
    kind: "basket",
    path: basket.id,
    label: basket.label,
    facts: [
      { label: "Issues", text: list(issues.map(({ label, id }) => `${label} (${id})`)) || "none entered" },
    ],
    entries: stances.map(shownEntry),
    claims: shownClaims(kase, [...claims.map(([id]) => id), ...stances.flatMap((entry) => entry.claims)]),
  };
}

export function showFraming(kase: Case, framing: Framing): Shown {
  const told = kase.parties.flatMap((party, p) =>
    kase.baskets.flatMap((basket, b) =>
      framing.described[p]?.[b] === framing.placements[b]
        ? []
        : [{ label: `${party.label} is told`, text: `${basket.label}: ${framing.described[p]?.[b]}` }],
    ),
  );
  const settled = kase.baskets.filter((_, b) => framing.mustSettle[b]).map(({ label }) => label);
  const facts: Labelled[] = [
    ...kase.baskets.map((basket, b) => ({ label: basket.label, text: framing.placements[b] })),
    ...told,
    ...(settled.length === 0 ? [] : [{ label: "Single undertaking", text: list(settled) }]),
    ...(framing.provisions.length === 0
      ? []
      : [{ label: "Follow-on with", text: list(framing.provisions.map((p) => kase.provisions[p].label)) }]),
  ];
  const entries = kase.entries.filter(
    ({ path }) => path.startsWith(`framings.${framing.id}.`) || path.startsWith(`${framing.id}.`),
  );
  return {
    kind: "framing",
    path: framing.id,
    label: framing.label,
    facts,
    entries: entries.map(shownEntry),
    claims: [],
  };
}

export function showScenario(kase: Case, scenario: Scenario): Shown {
  const entries = kase.entries.filter(
    ({ path }) => path.startsWith("outlook.") && path.split(".").includes(scenario.id),
  );
  const counts = scenario.goesOn
    ? "talks go on"
    : scenario.escalation
      ? "escalation"
      : "neither going on nor escalation";
  return {
    kind: "scenario",
    path: `outlook.scenarios.${scenario.id}`,
    label: scenario.label,
    facts: [{ label: "Counts as", text: counts }],
    entries: entries.map(shownEntry),
    claims: shownClaims(
      kase,
      entries.flatMap((entry) => entry.claims),
    ),
  };
}
