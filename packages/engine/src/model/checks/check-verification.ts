import type { Compiling } from "../compile/compiling.ts";
import { type QuantityKind, readQuantity } from "../quantity.ts";
import type { DataPath } from "../reading/data-path.ts";

/** Quantities must say their units; they are read here so that mistakes show where they stand. */
export function checkVerification({ document, names, problems, entries }: Compiling): void {
  const check = (kind: QuantityKind, text: string | undefined, path: DataPath) => {
    if (text === undefined) return;
    const read = readQuantity(kind, text);
    if (!read.ok) problems.error("invalid-quantity", path, read.message, read.hint);
  };
  for (const [issue, { options }] of Object.entries(document.issues)) {
    for (const [option, { quantities }] of Object.entries(options)) {
      const at = ["issues", issue, "options", option, "quantities"];
      check("assay", quantities?.level, [...at, "level"]);
      for (const [index, stock] of (quantities?.stock ?? []).entries())
        check("mass", stock, [...at, "stock", index]);
      check("capacity", quantities?.capacity, [...at, "capacity"]);
    }
  }
  const { verification } = document;
  if (verification === undefined) return;
  const at = ["verification"];
  if (verification.inspectionIssue !== undefined)
    names.find("issue", verification.inspectionIssue, [...at, "inspectionIssue"]);
  for (const [index, stock] of (verification.declared?.stock ?? []).entries())
    check("mass", stock, [...at, "declared", "stock", index]);
  check("capacity", verification.declared?.capacity, [...at, "declared", "capacity"]);
  entries.checkClaims(verification.declared?.claims ?? [], [...at, "declared", "claims"]);
  check("assay", verification.assumptions?.productAssay, [...at, "assumptions", "productAssay"]);
  check("assay", verification.assumptions?.tailsAssay, [...at, "assumptions", "tailsAssay"]);
}
