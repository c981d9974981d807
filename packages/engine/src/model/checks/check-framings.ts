import type { Compiling } from "../compile/compiling.ts";

/** Whether each framing is one agenda: every basket placed, a main track, and nothing that cannot take effect. */
export function checkFramings({ document, names, problems }: Compiling): void {
  for (const [id, framing] of Object.entries(document.framings)) {
    const at = ["framings", id];
    const left = names.idsIn("baskets").filter((basket) => !Object.hasOwn(framing.placements, basket));
    if (left.length > 0) {
      const which = left.map((basket) => `\`${basket}\``).join(", ");
      problems.error(
        "no-placement",
        [...at, "placements"],
        `framing \`${id}\` does not place ${which}`,
        "place every basket; `none` keeps one off the agenda",
        "key",
      );
    }
    const placed = Object.values(framing.placements);
    if (!placed.includes("together") && !placed.includes("separate")) {
      problems.error(
        "no-main-track",
        [...at, "placements"],
        `framing \`${id}\` puts no basket on the table`,
        "place at least one basket together or separate",
        "key",
      );
    }
    for (const [index, basket] of framing.mustSettle.entries()) {
      const placement = Object.hasOwn(framing.placements, basket) ? framing.placements[basket] : undefined;
      if (placement === undefined || placement === "together") continue;
      problems.error(
        "must-settle-not-together",
        [...at, "mustSettle", index],
        `\`${basket}\` must settle, but is placed ${placement}`,
        "only a basket placed together can be part of a single undertaking",
      );
    }
    if (framing.followOn !== undefined && !placed.includes("later")) {
      problems.warn(
        "no-later-talks",
        [...at, "followOn"],
        `framing \`${id}\` has a follow-on, but places no basket later`,
        "leave it out, or place a basket later",
        "key",
      );
    }
    checkDescribed(id);
  }

  function checkDescribed(id: string): void {
    const framing = document.framings[id];
    const at = ["framings", id];
    const told = Object.entries(framing.described);
    if (told.length === 0) {
      if (framing.unravels !== undefined) {
        problems.error(
          "nothing-to-unravel",
          [...at, "unravels"],
          `framing \`${id}\` describes its agenda alike to all, so that nothing can unravel`,
          "say under `described` what each party is told, or leave `unravels` out",
          "key",
        );
      }
      return;
    }
    const differs = told.some(([, baskets]) =>
      Object.entries(baskets).some(([basket, placement]) => framing.placements[basket] !== placement),
    );
    if (!differs) {
      problems.error(
        "not-ambiguous",
        [...at, "described"],
        "what the parties are told is what `placements` says",
        "leave `described` out, or say where it differs",
        "key",
      );
    }
  }
}
