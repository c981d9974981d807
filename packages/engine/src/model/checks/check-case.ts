import type { Case } from "../case.ts";
import type { CaseFiles } from "../case-files.ts";
import type { Compiling } from "../compile/compiling.ts";
import { checkAsk } from "./check-ask.ts";
import { checkClaims } from "./check-claims.ts";
import { checkConflict } from "./check-conflict.ts";
import { checkCorrelations } from "./check-correlations.ts";
import { checkDates } from "./check-dates.ts";
import { checkFramings } from "./check-framings.ts";
import { checkIds } from "./check-ids.ts";
import { checkLoadedWords } from "./check-loaded-words.ts";
import { checkOutlook } from "./check-outlook.ts";
import { checkParties } from "./check-parties.ts";
import { checkSources } from "./check-sources.ts";
import { checkValues } from "./check-values.ts";
import { checkVerification } from "./check-verification.ts";

/** What the schema cannot see because it takes two places, or a stored text, to see it. */
export function checkCase(compiling: Compiling, compiled: Case, files: CaseFiles): void {
  checkIds(compiling);
  checkParties(compiling);
  checkValues(compiling, compiled);
  checkFramings(compiling);
  checkOutlook(compiling, compiled);
  checkSources(compiling, files);
  checkClaims(compiling);
  checkDates(compiling, files);
  checkVerification(compiling);
  checkConflict(compiling);
  checkCorrelations(compiling, compiled);
  checkAsk(compiling, compiled);
  checkLoadedWords(compiling);
}
