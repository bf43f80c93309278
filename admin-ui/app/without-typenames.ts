/** The value without the `__typename` that the client adds to every object; inputs have none. */
export function withoutTypenames<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutTypenames) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== "__typename")
    .map(([key, inner]) => [key, withoutTypenames(inner)] as const);
  return Object.fromEntries(entries) as Value;
}
