/** As many placeholders as there are values, for `IN (…)`; the values must not be none. */
export const placeholders = (values: readonly unknown[]): string =>
  values.map(() => "?").join(", ");
