import type { Framing, Provision } from "../case.ts";
import type { Placement } from "../placement.ts";
import type { Compiling } from "./compiling.ts";
import { openSetting, within } from "./entry-register.ts";

export function compileFramings(compiling: Compiling): readonly Framing[] {
  const { document, names, entries } = compiling;
  const baskets = Object.keys(document.baskets);
  const followOn = within(openSetting, document.followOn ?? {});
  const time = within(openSetting, document.time ?? {});
  for (const basket of Object.keys(document.time?.months ?? {}))
    names.find("basket", basket, ["time", "months", basket], "key");
  const usualMonths = baskets.map((basket) => {
    const given = document.time?.months ?? {};
    return Object.hasOwn(given, basket)
      ? entries.add(["time", "months", basket], "months", given[basket], time)
      : -1;
  });
  return Object.entries(document.framings).map(([id, framing]): Framing => {
    const at = ["framings", id];
    for (const basket of Object.keys(framing.placements))
      names.find("basket", basket, [...at, "placements", basket], "key");
    for (const basket of Object.keys(framing.months))
      names.find("basket", basket, [...at, "months", basket], "key");
    for (const [party, told] of Object.entries(framing.described)) {
      names.find("party", party, [...at, "described", party], "key");
      for (const basket of Object.keys(told))
        names.find("basket", basket, [...at, "described", party, basket], "key");
    }
    const placements = baskets.map(
      (basket): Placement =>
        Object.hasOwn(framing.placements, basket) ? framing.placements[basket] : "none",
    );
    const single = framing.mustSettle.map((basket, index) =>
      names.find("basket", basket, [...at, "mustSettle", index]),
    );
    const described = Object.keys(document.parties).map((party) => {
      const told = Object.hasOwn(framing.described, party) ? framing.described[party] : {};
      return baskets.map((basket, index) => (Object.hasOwn(told, basket) ? told[basket] : placements[index]));
    });
    const ambiguous = described.some((told) =>
      told.some((placement, index) => placement !== placements[index]),
    );
    const unravels =
      ambiguous && framing.unravels === undefined
        ? entries.addDefault([...at, "unravels"], "likelihood", {
            kind: "word",
            word: "unknown",
            low: 0,
            high: 1,
          })
        : entries.add([...at, "unravels"], "likelihood", framing.unravels, openSetting);
    return {
      id,
      label: framing.label,
      placements,
      mustSettle: baskets.map((_, index) => single.includes(index)),
      described,
      ambiguous,
      unravels,
      followOnChance: entries.add(
        [...at, "followOn", "chance"],
        "likelihood",
        framing.followOn?.chance,
        followOn,
      ),
      provisions: (framing.followOn?.with ?? []).map((provision, index) =>
        names.within("provision", ["followOn", "provisions"], provision, [...at, "followOn", "with", index]),
      ),
      months: baskets.map((basket, index) =>
        Object.hasOwn(framing.months, basket)
          ? entries.add([...at, "months", basket], "months", framing.months[basket], time)
          : usualMonths[index],
      ),
    };
  });
}

export function compileProvisions({ document, entries }: Compiling): readonly Provision[] {
  return Object.entries(document.followOn?.provisions ?? {}).map(([id, provision]) => {
    const at = ["followOn", "provisions", id];
    entries.checkClaims(provision.claims, [...at, "claims"]);
    const setting = within(within(openSetting, document.followOn ?? {}), provision);
    return {
      id,
      label: provision.label,
      odds: entries.add([...at, "odds"], "odds", provision.odds, setting),
    };
  });
}

/** Chance that later talks deliver; unknown where a framing has later talks and nobody said. */
export function compileFollowOnChance({ document, entries }: Compiling): number {
  const at = ["followOn", "chance"];
  const given = document.followOn?.chance;
  if (given !== undefined)
    return entries.add(at, "likelihood", given, within(openSetting, document.followOn ?? {}));
  const isNeeded = Object.values(document.framings).some(
    ({ placements, followOn }) =>
      followOn?.chance === undefined && Object.values(placements).includes("later"),
  );
  return isNeeded
    ? entries.addDefault(at, "likelihood", { kind: "word", word: "unknown", low: 0, high: 1 })
    : -1;
}
