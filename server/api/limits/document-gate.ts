import { GraphQLError, parse } from "graphql";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { ApiError } from "../errors/api-error.js";
import { aliasCount } from "./alias-count.js";
import { fragmentMap } from "./fragment-map.js";
import type { QueryLimits } from "./query-limits.js";
import { selectionDepth } from "./selection-depth.js";

/** Longer sources are looked at each time instead of being remembered. */
const longestRemembered = 20_000;

/**
 * Looks at a document before anything else does: validation alone would take seconds over some
 * documents. Cost is not its affair, because that depends on the variables and the schema.
 */
export class DocumentGate {
  readonly #admitted = new BoundedCache<string, true>(1000);
  readonly #limits: QueryLimits;

  constructor(limits: QueryLimits) {
    this.#limits = limits;
  }

  /** Throws an `ApiError` when the document is malformed or beyond a limit. */
  admit(source: string): void {
    if (this.#admitted.get(source)) return;
    this.#check(source);
    if (source.length <= longestRemembered) this.#admitted.set(source, true);
  }

  #check(source: string): void {
    const { maxCharacters, maxFragments, maxDepth, maxAliases } = this.#limits;
    if (source.length > maxCharacters) {
      throw new ApiError("QUERY_TOO_LARGE", { limit: maxCharacters, unit: "characters" });
    }
    const document = this.#parse(source);
    if (fragmentMap(document).size > maxFragments) {
      throw new ApiError("QUERY_TOO_LARGE", { limit: maxFragments, unit: "fragments" });
    }
    if (selectionDepth(document) > maxDepth) {
      throw new ApiError("QUERY_TOO_DEEP", { limit: maxDepth });
    }
    const aliases = aliasCount(document);
    if (aliases > maxAliases) {
      throw new ApiError("QUERY_TOO_MANY_ALIASES", { actual: aliases, limit: maxAliases });
    }
  }

  #parse(source: string) {
    try {
      return parse(source, { maxTokens: this.#limits.maxTokens, noLocation: true });
    } catch (error) {
      // The parser is recursive: a document can exhaust the stack before it exhausts its tokens.
      if (error instanceof RangeError) {
        throw new ApiError("QUERY_TOO_DEEP", { limit: this.#limits.maxDepth });
      }
      if (!(error instanceof GraphQLError)) throw error;
      if (error.message.includes("Parsing aborted")) {
        throw new ApiError("QUERY_TOO_LARGE", { limit: this.#limits.maxTokens, unit: "tokens" });
      }
      const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
      const reason = `${error.message.slice(0, 200)} (line ${line}, column ${column})`;
      throw new ApiError("BAD_REQUEST", { reason });
    }
  }
}
