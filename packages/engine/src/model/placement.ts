/**
 * Where a basket goes in a framing:
 * - `together`: its terms are settled in the main talks;
 * - `discussed`: it is raised there, without terms;
 * - `separate`: on a track of its own, at the same time;
 * - `later`: in follow-on talks;
 * - `none`: nowhere.
 */
export const placements = ["together", "discussed", "separate", "later", "none"] as const;

export type Placement = (typeof placements)[number];
