import type { Style } from "./style.ts";

/** Where text goes: how many columns there are, and how emphasis is shown. */
export interface Layout {
  readonly width: number;
  readonly style: Style;
}
