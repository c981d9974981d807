import type { Case } from "../model/case.ts";
import { didYouMean } from "../model/did-you-mean.ts";
import { plural } from "./in-words.ts";
import { showClaim, showEvent, shownClaims, shownEntry, showSource } from "./show-evidence.ts";
import { showLine, showParty } from "./show-party.ts";
import { showBasket, showCase, showFraming, showIssue, showOption, showScenario } from "./show-subject.ts";
import type { Shown } from "./shown.ts";

/**
 * The parts of a case that a path names; several where an id is used for, say, a basket and a framing.
 *
 * A path is an id (`iran`, `missiles`), an id in its section (`claims.offer`), an issue and option, a party's line, an
 * entry, or the beginning of entries (`iran.stances`).
 */
export function showPart(
  kase: Case,
  path: string,
):
  | { readonly found: true; readonly parts: readonly Shown[] }
  | { readonly found: false; readonly near: string | undefined } {
  if (path === "") return { found: true, parts: [showCase(kase)] };
  const places = placesOf(kase);
  const wanted = path.replace(/^parties\./, "");
  const parts = [
    ...places.filter((place) => place.paths.includes(wanted)).map((place) => place.show()),
    ...entriesAt(kase, wanted),
  ];
  if (parts.length > 0) return { found: true, parts };
  const known = [...places.flatMap((place) => place.paths), ...kase.entries.map((entry) => entry.path)];
  return { found: false, near: didYouMean(wanted, known) };
}

interface Place {
  readonly paths: readonly string[];
  show(): Shown;
}

function placesOf(kase: Case): Place[] {
  const { claims, sources, events } = kase.document;
  const under = (section: string, id: string) => [id, `${section}.${id}`];
  return [
    ...kase.parties.map((party) => ({ paths: [party.id], show: () => showParty(kase, party) })),
    ...kase.baskets.map((basket) => ({
      paths: under("baskets", basket.id),
      show: () => showBasket(kase, basket),
    })),
    ...kase.issues.map((issue) => ({ paths: under("issues", issue.id), show: () => showIssue(kase, issue) })),
    ...kase.framings.map((framing) => ({
      paths: under("framings", framing.id),
      show: () => showFraming(kase, framing),
    })),
    ...Object.keys(claims).map((id) => ({ paths: under("claims", id), show: () => showClaim(kase, id) })),
    ...Object.keys(sources).map((id) => ({ paths: under("sources", id), show: () => showSource(kase, id) })),
    ...Object.keys(events).map((id) => ({ paths: under("events", id), show: () => showEvent(kase, id) })),
    ...kase.scenarios.map((scenario) => ({
      paths: [scenario.id, `scenarios.${scenario.id}`, `outlook.scenarios.${scenario.id}`],
      show: () => showScenario(kase, scenario),
    })),
    ...kase.issues.flatMap((issue) =>
      issue.options.map((option) => ({
        paths: [
          `${issue.id}.${option.id}`,
          `issues.${issue.id}.${option.id}`,
          `issues.${issue.id}.options.${option.id}`,
        ],
        show: () => showOption(kase, issue, option),
      })),
    ),
    ...kase.parties.flatMap((party) =>
      party.lines.map((line) => ({
        paths: [`${party.id}.lines.${line.id}`],
        show: () => showLine(kase, line),
      })),
    ),
  ];
}

/** One entry, or all whose paths begin so; never those of a whole party, which has a page of its own. */
function entriesAt(kase: Case, path: string): Shown[] {
  const exact = kase.entries.find((entry) => entry.path === path);
  const isParty = kase.parties.some((party) => party.id === path);
  const entries =
    exact !== undefined
      ? [exact]
      : isParty
        ? []
        : kase.entries.filter((entry) => entry.path.startsWith(`${path}.`));
  if (entries.length === 0) return [];
  const isLine = kase.parties.some((party) =>
    party.lines.some((line) => `${party.id}.lines.${line.id}` === path),
  );
  if (isLine) return [];
  return [
    {
      kind: exact === undefined ? "entries" : "entry",
      path,
      label: exact === undefined ? plural(entries.length, "entry", "entries") : path,
      facts:
        exact?.isDefault === true ? [{ label: "", text: "Not entered: a documented default stands." }] : [],
      entries: entries.map(shownEntry),
      claims: shownClaims(
        kase,
        entries.flatMap((entry) => entry.claims),
      ),
    },
  ];
}
