import * as z from "zod";
import { amount, likelihood } from "./entry-schema.ts";
import { id, text } from "./id.ts";

/** Assumptions behind everything computed about material and inspection; the options' own quantities stand with the options. */
export const verificationSchema = z.strictObject({
  windowDays: z
    .number()
    .positive()
    .max(3650)
    .default(30)
    .describe("Reference window for detection, in days."),
  inspectionIssue: id.optional().describe("The issue whose options set how inspections are made."),
  declared: z
    .strictObject({
      stock: z.array(z.string()).default([]).describe("Stocks today, such as `440.9 kgU @ 60 %`."),
      capacity: z.string().optional().describe("Capacity today, such as `9000 SWU/year`."),
      asOf: z.iso.date().optional(),
      claims: z.array(id).default([]),
      why: text.optional(),
    })
    .optional()
    .describe("What is reported to exist; the status quo."),
  assumptions: z
    .strictObject({
      quantityKg: amount("Uranium-235 in the stated quantity, kg.").optional(),
      productAssay: z.string().optional().describe("Assay of the stated quantity, such as `90 %`."),
      tailsAssay: z.string().optional().describe("Tails assay, such as `0.3 %`."),
      efficiency: likelihood("Share of the ideal capacity that is reached.").optional(),
      setupDays: amount("Days before production starts.").optional(),
      why: text.optional(),
    })
    .optional()
    .describe("Left out: 25 kg U-235, tails 0.3 %, efficiency 0.85 at the mode."),
});
