/** What a command may touch besides files: passed in, so that tests run commands without a process. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal; undefined when standard output is none. */
  readonly columns: number | undefined;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /**
   * What to do on Ctrl-C instead of ending at once; a second one ends at once all the same. Missing where nobody can.
   *
   * @returns takes it back
   */
  onInterrupt?(stop: () => void): () => void;
}
