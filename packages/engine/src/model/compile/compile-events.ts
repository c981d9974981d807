import type { Case, Effect } from "../case.ts";
import { didYouMean } from "../did-you-mean.ts";
import { formatEntryPath } from "../entry-path.ts";
import { findEntryPath } from "../find-entry.ts";
import type { Compiling } from "./compiling.ts";
import { openSetting, within } from "./entry-register.ts";

/** Effects of events on odds, in order of date. Reads the entries registered before it, so it comes after everything that has likelihoods. */
export function compileEffects(compiling: Compiling): readonly Effect[] {
  const { document, entries, problems } = compiling;
  const effects: Effect[] = [];
  const before = [...entries.entries];
  for (const [id, event] of Object.entries(document.events)) {
    for (const [index, given] of event.effects.entries()) {
      const at = ["events", id, "effects", index];
      entries.checkClaims(given.claims, [...at, "claims"]);
      const setting = within(within(openSetting, { private: event.private }), given);
      const odds = entries.add([...at, "odds"], "odds", given.odds, setting);
      const paths = typeof given.on === "string" ? [given.on] : given.on;
      for (const [place, path] of paths.entries()) {
        const where = typeof given.on === "string" ? [...at, "on"] : [...at, "on", place];
        const found = findEntryPath(before, path);
        if (found < 0) problems.error("unknown-path", where, `no entry \`${path}\``, hintFor(path, before));
        else if (before[found].kind !== "likelihood" && before[found].kind !== "stance") {
          problems.error(
            "not-a-likelihood",
            where,
            `\`${path}\` is not a likelihood, so that odds cannot move it`,
            "effects act on stances, firmness and other likelihoods",
          );
        } else effects.push({ event: id, date: event.date, entry: found, odds });
      }
    }
  }
  return effects.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function compileCorrelations({ document, entries, problems }: Compiling): Case["correlations"] {
  return document.correlations.flatMap(({ between, rho }, index) => {
    const [first, second] = between.map((path, place) => {
      const found = findEntryPath(entries.entries, path);
      if (found < 0)
        problems.error(
          "unknown-path",
          ["correlations", index, "between", place],
          `no entry \`${path}\``,
          hintFor(path, entries.entries),
        );
      return found;
    });
    return first < 0 || second < 0 ? [] : [{ between: [first, second] as const, rho }];
  });
}

export function compileHazards({ document, entries }: Compiling): Case["hazards"] {
  const time = within(openSetting, document.time ?? {});
  return Object.entries(document.time?.hazard ?? {}).map(([id, hazard]) => {
    const at = ["time", "hazard", id];
    entries.checkClaims(hazard.claims, [...at, "claims"]);
    return {
      id,
      label: hazard.label,
      perMonth: entries.add([...at, "perMonth"], "rate", hazard.perMonth, within(time, hazard)),
    };
  });
}

function hintFor(path: string, entries: readonly { readonly path: string }[]): string {
  const near = didYouMean(
    path,
    entries.map((entry) => formatEntryPath(entry.path.split("."))),
  );
  return near === undefined
    ? "a path names an entry that has a value, such as iran.stances.missiles.later; see `parley show`"
    : `did you mean \`${near}\`?`;
}
