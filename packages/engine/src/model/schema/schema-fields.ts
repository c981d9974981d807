import * as z from "zod";

/**
 * Names of the fields that a schema knows at a path into the data; of all forms where there are several. Empty where names are free
 * or nothing can stand.
 */
export function fieldsAt(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let schemas: readonly z.ZodType[] = forms(schema);
  for (const step of path) schemas = schemas.flatMap((one) => inside(one, step)).flatMap(forms);
  return [...new Set(schemas.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}

/** Whether anything could stand at a path: each step is a known field, a free name or a list place. */
export function couldStandAt(schema: z.ZodType, path: readonly (string | number)[]): boolean {
  let schemas: readonly z.ZodType[] = forms(schema);
  for (const step of path) schemas = schemas.flatMap((one) => inside(one, step)).flatMap(forms);
  return schemas.length > 0;
}

/** Every field name of a schema, with its dotted place; `*` stands for a free name or a list place. */
export function allFields(
  schema: z.ZodType,
  at = "",
): readonly { readonly name: string; readonly place: string }[] {
  return forms(schema).flatMap((one) => {
    if (one instanceof z.ZodObject) {
      return Object.entries(one.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
        const place = at === "" ? name : `${at}.${name}`;
        return [{ name, place }, ...allFields(field, place)];
      });
    }
    if (one instanceof z.ZodRecord) return allFields(one.valueType as z.ZodType, `${at}.*`);
    if (one instanceof z.ZodArray) return allFields(one.element as z.ZodType, `${at}.*`);
    return [];
  });
}

/** A schema without its wrappers; each form of a union. */
function forms(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return forms(schema.def.innerType as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => forms(option as z.ZodType));
  return [schema];
}

function inside(schema: z.ZodType, step: string | number): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.hasOwn(shape, step) ? [shape[step]] : [];
  }
  if (schema instanceof z.ZodRecord) return typeof step === "string" ? [schema.valueType as z.ZodType] : [];
  if (schema instanceof z.ZodArray) return /^\d+$/.test(String(step)) ? [schema.element as z.ZodType] : [];
  if (schema instanceof z.ZodTuple)
    return /^\d+$/.test(String(step))
      ? (schema.def.items as z.ZodType[]).slice(Number(step), Number(step) + 1)
      : [];
  return [];
}
