/** A value that may be at hand already: a promise for each of a page's hundred fields costs more than they. */
export type NowOrLater<T> = T | Promise<T>;

/** What `make` makes of the value: at once where it is at hand. */
export function chain<T, R>(
  value: NowOrLater<T>,
  make: (value: T) => NowOrLater<R>,
): NowOrLater<R> {
  return value instanceof Promise ? value.then(make) : make(value);
}
