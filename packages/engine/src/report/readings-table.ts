import type {
  FramingReadings,
  Readings,
  ShareEstimate,
  Shares,
} from "../analysis/readings/readings-result.ts";
import type { Case } from "../model/case.ts";
import { column, type Row, row, section, type Table } from "./table.ts";

const endingsInWords: readonly (readonly [ending: keyof Shares, words: string])[] = [
  ["durable", "Agreed and holds"],
  ["insufficient", "Agreed, undone by outside concerns"],
  ["overtakenByEvents", "Agreed, overtaken by events"],
  ["bargainingFailure", "Sat down, room for terms, none found"],
  ["noZone", "Sat down, no room for terms"],
  ["agendaRefused", "Agenda refused"],
];

/** One step further in: the shares themselves, in per cent with their 95 % intervals, and what lies behind them. */
export function readingsTable(kase: Case, readings: Readings): Table {
  const { framings, best } = readings;
  const across = (label: string, of: (framing: FramingReadings) => string): Row =>
    row(`  ${label}`, ...framings.map(of));
  const byParty = (of: (framing: FramingReadings) => Readonly<Record<string, unknown>>) =>
    kase.parties.filter(({ id }) => framings.some((framing) => of(framing)[id] !== undefined));
  const sharesBy = (of: (framing: FramingReadings) => Readonly<Record<string, number>>) =>
    byParty(of).map(({ id, label }) =>
      across(label, (framing) => (of(framing)[id] === undefined ? "–" : percent(of(framing)[id]))),
    );
  const part = (title: string, rows: readonly Row[]) => (rows.length === 0 ? [] : [section(title), ...rows]);
  return {
    title: "Shares of the readings",
    columns: [column(""), ...framings.map(({ label }) => column(label))],
    rows: [
      ...part(
        "HOW READINGS END (per cent, with 95 % interval)",
        endingsInWords.map(([ending, words]) => across(words, ({ shares }) => estimate(shares[ending]))),
      ),
      ...part(
        "HAD THEY SAT DOWN",
        endingsInWords.map(([ending, words]) =>
          across(words, ({ hadTheySatDown }) => estimate(hadTheySatDown[ending])),
        ),
      ),
      ...part(
        "REFUSES THE AGENDA",
        sharesBy(({ refusedBy }) => refusedBy),
      ),
      ...part(
        "TOO LITTLE FOR (of readings with terms)",
        sharesBy(({ missedBy }) => missedBy),
      ),
      ...part(
        "UNDONE BY (of readings with terms)",
        sharesBy(({ undoneBy }) => undoneBy),
      ),
      ...part("WHERE IT FAILS", [
        across("Talks go on", ({ follows }) => (follows.none === undefined ? percent(follows.goesOn) : "–")),
      ]),
      ...part(
        "WORTH TO EACH: middle (from 5 to 95 in 100)",
        byParty(({ valueBy }) => valueBy).map(({ id, label }) =>
          across(label, ({ valueBy }) => {
            const { p05, p50, p95 } = valueBy[id];
            return `${rounded(p50)} (${rounded(p05)} to ${rounded(p95)})`;
          }),
        ),
      ),
      ...part(
        "BEST FOR",
        Object.entries(best).map(([who, shares]) =>
          across(kase.parties.find(({ id }) => id === who)?.label ?? "all who must agree", ({ id }) =>
            percent(shares[id]),
          ),
        ),
      ),
    ],
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}`;
const estimate = ({ share, low, high }: ShareEstimate): string =>
  `${percent(share)} (${percent(low)}–${percent(high)})`;

/** U+2212 for minus, and no minus before 0. */
const rounded = (value: number): string => String(Math.round(value) + 0).replace("-", "−");
