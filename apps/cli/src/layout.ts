import { styleText } from "node:util";
import type { Layout, Style } from "@parley/engine";
import type { Io } from "./io.ts";

const DEFAULT_WIDTH = 120;
const NARROWEST = 40;
const WIDEST = 400;

/** Options of the command line that bear on how text looks. */
export interface LayoutOptions {
  readonly width?: number | undefined;
  /** False with `--no-color`. */
  readonly color?: boolean | undefined;
}

export function layoutOf({ width, color }: LayoutOptions, io: Io, isTerminal = io.outIsTerminal): Layout {
  const columns = width ?? io.columns ?? DEFAULT_WIDTH;
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, columns)),
    style: hasColor(io.env, isTerminal, color) ? emphasised : unstyled,
  };
}

/** `--no-color` and a non-empty NO_COLOR win over FORCE_COLOR; without either, a terminal gets colour. See no-color.org. */
export function hasColor(env: Io["env"], isTerminal: boolean, option = true): boolean {
  if (!option || (env.NO_COLOR ?? "") !== "") return false;
  if ((env.FORCE_COLOR ?? "") !== "" && env.FORCE_COLOR !== "0") return true;
  return isTerminal && env.TERM !== "dumb";
}

/** Columns as given with `--width`; undefined when it is not a whole number in range. */
export function parseWidth(text: string): number | undefined {
  const width = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return width >= NARROWEST && width <= WIDEST ? width : undefined;
}

export const widthMeaning = `from ${NARROWEST} to ${WIDEST} columns`;

const unstyled: Style = { strong: (text) => text, faint: (text) => text };

const emphasised: Style = {
  strong: (text) => styleText("bold", text, { validateStream: false }),
  faint: (text) => styleText("dim", text, { validateStream: false }),
};
