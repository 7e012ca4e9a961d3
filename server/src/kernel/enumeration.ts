import { registerEnumType } from 'type-graphql';

/** Makes a closed set of values and its GraphQL enum in one step: value → description. */
export function defineEnum<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { readonly [Each in Value]: Each } {
  const set = Object.freeze(Object.fromEntries(Object.keys(values).map((value) => [value, value]))) as {
    readonly [Each in Value]: Each;
  };
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(set, { name, description, valuesConfig: valuesConfig as never });
  return set;
}
