/** What one GraphQL request may ask for. */
export interface QueryLimits {
  /** Characters of the document; long texts belong into variables. */
  readonly maxCharacters: number;
  /** Lexical tokens of the document. */
  readonly maxTokens: number;
  /** Fragments of the document; validation compares each with each. */
  readonly maxFragments: number;
  /** Fields below each other; introspection is not counted. */
  readonly maxDepth: number;
  /** Aliases, and repetitions of a field in one selection, with fragments written out. */
  readonly maxAliases: number;
  /** Estimated number of fields in the answer. */
  readonly maxCost: number;
  /** Items and fields in the variables, at any depth; each is checked, copied and converted. */
  readonly maxValues: number;
}

export const defaultLimits: QueryLimits = {
  maxCharacters: 100_000,
  maxTokens: 5000,
  maxFragments: 100,
  maxDepth: 12,
  maxAliases: 50,
  maxCost: 50_000,
  maxValues: 15_000,
};
