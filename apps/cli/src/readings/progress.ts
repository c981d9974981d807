import type { Io } from "../io.ts";

const CLEAR_LINE = "\r\u001b[K";

/** A line on standard error that is overwritten as work goes on; nothing where that is no terminal. */
export class Progress {
  readonly #io: Io;
  readonly #total: number;
  readonly #begun: number;
  #first = 0;

  /** @param begun clock at the start, in milliseconds */
  constructor(io: Io, total: number, begun: number) {
    this.#io = io;
    this.#total = total;
    this.#begun = begun;
  }

  /** @param done readings that were there before, which took no time */
  begin(done: number): void {
    this.#first = done;
    this.#show(`Readings: ${grouped(done)} of ${grouped(this.#total)}`);
  }

  update(done: number, now: number): void {
    this.#show(progressText(this.#first, done, this.#total, now - this.#begun));
  }

  end(): void {
    if (this.#io.errIsTerminal) this.#io.err(CLEAR_LINE);
  }

  #show(text: string): void {
    if (this.#io.errIsTerminal) this.#io.err(`${CLEAR_LINE}${text}`);
  }
}

/** @param elapsed milliseconds since `first` readings were done */
export function progressText(first: number, done: number, total: number, elapsed: number): string {
  const text = `Readings: ${grouped(done)} of ${grouped(total)}`;
  if (done <= first || done >= total) return text;
  return `${text}, about ${duration((elapsed * (total - done)) / (done - first) / 1000)} left`;
}

/** Seconds, in the unit that suits them. */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
