/** For tests only: small invented domains in each format, as texts by file name. */

export const orchardGenius: Readonly<Record<string, string>> = {
  // Indices start at 2; similarity functions hold items that are no options; one option has an accent and an ampersand.
  "orchard.xml": `<negotiation_template number_of_sessions="1">
  <agent name="Grower" class="" utility_space="grower.xml"/>
  <agent name="Cidery" class="" utility_space="cidery.xml"/>
  <utility_space number_of_issues="2">
    <objective index="1" etype="objective" type="objective" description="" name="Orchard">
      <issue index="2" name="Crop share" type="discrete"><item index="1" value="all"/><item index="2" value="half &amp; half"/><item index="3" value="none"/></issue>
      <issue index="3" name="Pick-up" type="discrete"><item index="1" value="Montag früh"/><item index="2" value="weekly"/></issue>
    </objective>
  </utility_space>
</negotiation_template>
`,
  // The reservation value stands before everything else.
  "grower.xml": `<utility_space>
  <reservation value="0.35"/>
  <discount_factor value="0.9"/>
  <objective index="1" name="Orchard">
    <weight index="2" value=".7"/><weight index="3" value=".3"/>
    <issue index="2" name="Crop share" type="discrete">
      <item index="1" value="all" evaluation="2"/><item index="2" value="half &amp; half" evaluation="5"/><item index="3" value="none" evaluation="8"/>
      <similarity_function weight="1"><criteria_function weight="1"><item index="1" value="all" evaluation="99"/><item index="4" value="unspecified" evaluation="0"/></criteria_function></similarity_function>
    </issue>
    <issue index="3" name="Pick-up" type="discrete"><item index="1" value="Montag früh" evaluation="0"/><item index="2" value="weekly" evaluation="0"/></issue>
  </objective>
</utility_space>
`,
  // No reservation value, and no objective around the issues.
  "cidery.xml": `<utility_space number_of_issues="2">
  <weight index="2" value="0.8"/><weight index="3" value="0.3"/>
  <issue index="3" name="Pick-up" type="discrete"><item index="1" value="Montag früh" evaluation="10"/><item index="2" value="weekly" evaluation="5"/></issue>
  <issue index="2" name="Crop share" type="discrete"><item index="1" value="all" evaluation="4"/><item index="2" value="half &amp; half" evaluation="3"/><item index="3" value="none" evaluation="0"/></issue>
</utility_space>
`,
};

const numbers = (
  evaluators: readonly string[],
) => `<objective index="0" name="root" type="objective" etype="objective">
    <issue index="1" name="price" type="integer" etype="integer" vtype="integer" lowerbound="-2" upperbound="3">${evaluators[0] ?? ""}</issue>
    <issue index="2" name="depth" type="real" etype="real" vtype="real"><range lowerbound="0.5" upperbound="2.5"/>${evaluators[1] ?? ""}</issue>
    ${evaluators.length > 0 ? '<weight index="1" value="0.5"/><weight index="2" value="0.5"/>' : ""}
  </objective>`;

/** Whole numbers, whose values are cut off at 0 and 1, and real numbers. */
export const wellGenius: Readonly<Record<string, string>> = {
  "well.xml": `<negotiation_template><utility_space number_of_issues="2">${numbers([])}</utility_space></negotiation_template>`,
  "well_a.xml": `<utility_space>${numbers(['<evaluator ftype="linear" offset="-0.1" slope="0.3"/>', '<evaluator ftype="linear" parameter0="1.25" parameter1="-0.5"/>'])}<reservation value="0.25"/></utility_space>`,
  "well_b.xml": `<utility_space>${numbers(['<evaluator ftype="linear" offset="1" slope="-0.2"/>', '<evaluator ftype="triangular" parameter0="0.5" parameter1="2.5" parameter2="1.5"/>'])}</utility_space>`,
};

const plain = `<issue index="1" name="x" type="integer" etype="integer" vtype="integer" lowerbound="0" upperbound="4"/>
    <issue index="2" name="y" type="integer" etype="integer" vtype="integer" lowerbound="1" upperbound="3"/>`;

/** Hyper-rectangles. */
export const fieldGenius: Readonly<Record<string, string>> = {
  "field.xml": `<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="root">${plain}</objective></utility_space></negotiation_template>`,
  "field_a.xml": `<utility_space type="nonlinear"><objective index="0" name="root">${plain}
    <utility maxutility="70"><ufun type="PlainUfun" weight="1" aggregation="sum">
      <hyperRectangle utility="40"><INCLUDES index="1" min="1" max="3"/><INCLUDES index="2" min="2" max="9"/></hyperRectangle>
      <hyperRectangle utility="30"><INCLUDES index="1" min="3" max="4"/></hyperRectangle>
    </ufun></utility></objective></utility_space>`,
  "field_b.xml": `<utility_space type="nonlinear"><objective index="0" name="root">${plain}
    <utility maxutility="50"><ufun type="PlainUfun" weight="1" aggregation="sum">
      <hyperRectangle utility="50"><INCLUDES index="1" min="0" max="1"/></hyperRectangle>
      <hyperRectangle utility="20"><INCLUDES index="2" min="1" max="2"/><INCLUDES index="1" min="2" max="4"/></hyperRectangle>
    </ufun></utility></objective></utility_space>`,
  "pareto.xml": "\n0.5, 1.0\n1.0, 0.4\n",
};

const picnic = {
  name: "picnic",
  issuesValues: { Place: { values: ["park", "lake"] }, Hours: { range: { low: 1, high: 2, step: 0.25 } } },
};

export const picnicGeniusWeb: Readonly<Record<string, string>> = {
  "picnic.json": JSON.stringify(picnic, null, 2),
  "ann.json": JSON.stringify({
    LinearAdditiveUtilitySpace: {
      name: "ann",
      issueUtilities: {
        Hours: { numberutils: { lowValue: 1, lowUtility: 0.2, highValue: 2, highUtility: 1 } },
        Place: { discreteutils: { valueUtilities: { lake: 0.07, park: 1 } } },
      },
      issueWeights: { Place: 0.6, Hours: 0.4 },
      domain: picnic,
      reservationBid: { issuevalues: { Place: "lake", Hours: 1.5 } },
    },
  }),
  "ben.json": JSON.stringify({
    LinearAdditiveUtilitySpace: {
      name: "ben",
      issueUtilities: {
        Place: { discreteutils: { valueUtilities: { park: 0.3, lake: 0.99 } } },
        Hours: { numberutils: { lowValue: 1, lowUtility: 1, highValue: 2, highUtility: 0 } },
      },
      issueWeights: { Place: 0.5, Hours: 0.5 },
      domain: picnic,
    },
  }),
};

/** As NegMAS writes them, a discounted function among them: its own reservation value is minus infinity. */
export const ferryNegmas: Readonly<Record<string, string>> = {
  "ferry.yml": `issues:
- name: boats
  type: ContiguousIssue
  values: [1, 3]
- name: fare
  type: CategoricalIssue
  values: [free, paid]
name: ferry
path: null
type: DiscreteCartesianOutcomeSpace
`,
  "island.yml": `discount: 0.8
dynamic_reservation: true
factor: step
name: island
reserved_outcome: null
reserved_value: -.inf
type: ExpDiscountedUFun
ufun:
  name: island
  reserved_outcome: null
  reserved_value: 0.4
  type: LinearAdditiveUtilityFunction
  values:
  - { slope: 0.3, type: LinearFun }
  - { mapping: { free: 1.0, paid: 0.25 }, type: TableFun }
  weights: [0.5, 0.5]
`,
  "shore.yml": `name: shore
reserved_value: -.inf
type: LinearAdditiveUtilityFunction
values:
- { slope: -0.25, bias: 1.0, type: AffineFun }
- { mapping: { paid: 1, free: 0.125 }, type: TableFun }
weights: [0.5, 0.5]
`,
};

export function asBytes(texts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  );
}
