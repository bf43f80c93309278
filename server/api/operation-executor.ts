import type { DocumentNode, ExecutionResult, GraphQLSchema, TypeNode } from "graphql";
import { execute, Kind } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { RequestScope } from "../runtime/request-scope.js";
import { BoundedCache } from "../kernel/bounded-cache.js";
import { defaultedInputs } from "./defaulted-inputs.js";
import { holdsManyValues } from "./limits/holds-many-values.js";
import type { Variables } from "./limits/query-cost.js";

export interface Operation {
  readonly document: DocumentNode;
  /** Tells documents apart; their hash will do. */
  readonly documentKey: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  /** The event, when a subscription is answered. */
  readonly rootValue?: unknown;
}

interface Entry {
  /** `null` where the compiler does not know how. */
  compiled: CompiledQuery | null | undefined;
}

/** Compiling takes long for long documents, and those are not sent often. */
const longestCompiled = 20_000;
/**
 * A compiled operation reports every value that is wrong, each with the list that it stands in:
 * half a megabyte of them would be answered with thirty. graphql-js stops at fifty.
 */
const mostCompiledValues = 500;

/**
 * Runs operations. One that comes a second time is compiled to JavaScript, which is several times
 * faster; the first is interpreted, so that one-off queries cost no compilation.
 */
export class OperationExecutor {
  readonly #entries: BoundedCache<string, Entry>;
  readonly #schema: GraphQLSchema;
  readonly #defaultedInputs: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, cacheSize = 500) {
    this.#schema = schema;
    this.#defaultedInputs = defaultedInputs(schema);
    this.#entries = new BoundedCache(cacheSize);
  }

  async execute(operation: Operation, scope: RequestScope): Promise<ExecutionResult> {
    const compiled = this.#compiled(operation);
    if (compiled && !holdsManyValues(operation.variables, mostCompiledValues)) {
      return compiled.query(operation.rootValue, scope, operation.variables);
    }
    return execute({
      schema: this.#schema,
      document: operation.document,
      operationName: operation.operationName,
      rootValue: operation.rootValue,
      contextValue: scope,
      variableValues: operation.variables,
    });
  }

  /** How many operations are remembered; for tests. */
  get size(): number {
    return this.#entries.size;
  }

  /** How many were compiled so far; for tests. */
  compilations = 0;

  #compiled(operation: Operation): CompiledQuery | null {
    const key = `${operation.documentKey}\n${operation.operationName ?? ""}`;
    const entry = this.#entries.get(key);
    if (!entry) {
      this.#entries.set(key, { compiled: undefined });
      return null;
    }
    if (entry.compiled === undefined) entry.compiled = this.#compile(operation);
    return entry.compiled;
  }

  #compile({ document, operationName }: Operation): CompiledQuery | null {
    if ((document.loc?.end ?? 0) > longestCompiled || asksForSchema(document)) return null;
    if (variableTypes(document).some((type) => this.#defaultedInputs.has(type))) return null;
    try {
      const compiled = compileQuery(this.#schema, document, operationName ?? undefined, {
        useExperimentalPathBasedSkipInclude: true,
      });
      if (!isCompiledQuery(compiled)) return null;
      this.compilations += 1;
      return compiled;
    } catch {
      // What the compiler does not understand, graphql-js does.
      return null;
    }
  }
}

/** Introspection is long, rare and answered from memory. */
function asksForSchema(document: DocumentNode): boolean {
  return document.loc?.source.body.includes("__schema") ?? false;
}

/** The names of the types of all variables, without lists and exclamation marks. */
function variableTypes(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ type }) => namedType(type))
      : [],
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
