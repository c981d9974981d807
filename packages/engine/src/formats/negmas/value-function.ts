import type { DomainOption } from "../domain/domain.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Values of an issue's options under one of NegMAS's functions of a single issue; a text that says what is wrong where it
 * is none that is read.
 *
 * As NegMAS computes them: on the option itself, whatever the lower bound, and never cut off at 0 or 1.
 */
export function valuesOf(given: unknown, options: readonly DomainOption[]): number[] | string {
  if (!isMapping(given)) return "expected a function with a type";
  const type = typeName(given);
  if (type === "TableFun") return fromTable(given.mapping, options);
  const numbers = options.map(({ number }) => number);
  const coefficient = (name: string, otherwise?: number): number => {
    const value = given[name] ?? otherwise;
    return typeof value === "number" ? value : Number.NaN;
  };
  const bias = coefficient("bias", type === "ConstFun" ? undefined : 0);
  if (type === "ConstFun")
    return Number.isFinite(bias) ? options.map(() => bias) : "its bias is not a number";
  const formulas: Readonly<Record<string, (x: number) => number>> = {
    IdentityFun: (x) => x,
    LinearFun: (x) => x * coefficient("slope"),
    AffineFun: (x) => x * coefficient("slope") + bias,
    QuadraticFun: (x) => coefficient("a2") * x * x + coefficient("a1") * x + bias,
    PolynomialFun: (x) =>
      coefficients(given.coefficients).reduce((sum, c, power) => sum + c * x ** (power + 1), bias),
  };
  if (!Object.hasOwn(formulas, type)) return `functions of the type ${type.slice(0, 60)} are not read`;
  if (numbers.includes(null)) return `${type} needs options that are numbers`;
  const values = numbers.map((number) => formulas[type](number!));
  return values.every((value) => Number.isFinite(value))
    ? values
    : `${type} gives no number for some options; are all its parameters there?`;
}

function fromTable(mapping: unknown, options: readonly DomainOption[]): number[] | string {
  if (!isMapping(mapping)) return "TableFun has no mapping that can be read";
  const keys = new Map(Object.entries(mapping).map(([key, value]) => [key.trim(), value]));
  const byNumber = new Map([...keys].map(([key, value]) => [Number(key), value]));
  const values: number[] = [];
  const known = new Set<string>();
  for (const { name, number } of options) {
    const value = keys.get(name) ?? (number === null ? undefined : byNumber.get(number));
    if (typeof value !== "number" || !Number.isFinite(value))
      return `option "${name.slice(0, 60)}" has no value`;
    values.push(value);
    known.add(name).add(String(number));
  }
  const numbers = new Set(options.map(({ number }) => number));
  const unknown = [...keys.keys()].find((key) => !known.has(key) && !numbers.has(Number(key)));
  return unknown === undefined ? values : `"${unknown.slice(0, 60)}" is no option of the issue`;
}

function coefficients(given: unknown): number[] {
  return Array.isArray(given) && given.every((value) => typeof value === "number")
    ? (given as number[])
    : [Number.NaN];
}

export function isMapping(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Last part of the type: `negmas.preferences.TableFun` is `TableFun`. */
export function typeName(given: Fields): string {
  return typeof given.type === "string" ? (given.type.split(".").at(-1) ?? "") : "";
}
