/** A case folder's contents. */
export interface CaseFiles {
  /** Shown in problems: `cases/x/case.yaml`. */
  readonly path: string;
  readonly caseText: string | Uint8Array;
  /** Stored sources, by `sources/name`. */
  readonly sources: Readonly<Record<string, Uint8Array>>;
  readonly options?: {
    /** Read the case as it stood on an earlier day: later claims and events are left out. */
    readonly asOf?: string;
  };
}
