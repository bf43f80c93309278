import type { FormLayout, FormPath, FormSymbol } from "../../domain/layout/form-layout.js";

/** The two symbols that an arrow joins: of a joint step's boxes, the pair that lies nearest. */
export function nearestSymbols(
  form: FormLayout,
  path: FormPath,
): { readonly source: FormSymbol; readonly target: FormSymbol } {
  const sources = form.symbols.filter(({ node }) => node === path.from);
  const targets = form.symbols.filter(({ node }) => node === path.to);
  const middle = (symbol: FormSymbol): number => symbol.x + symbol.width / 2;
  const distance = (pair: { source: FormSymbol; target: FormSymbol }): number =>
    Math.abs(middle(pair.source) - middle(pair.target));
  const pairs = sources.flatMap((source) => targets.map((target) => ({ source, target })));
  return pairs.reduce((best, pair) => (distance(pair) < distance(best) ? pair : best));
}
