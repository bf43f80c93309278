/** Far fewer than any database takes as the parameters of one statement. */
const mostInOne = 1000;

/** The values in lists that each fit into one statement, as the `IN (…)` of a read or an update. */
export function inSlices<Value>(values: readonly Value[]): (readonly Value[])[] {
  const slices: (readonly Value[])[] = [];
  for (let at = 0; at < values.length; at += mostInOne) {
    slices.push(values.slice(at, at + mostInOne));
  }
  return slices;
}
