import DataLoader from "dataloader";
import type { RequestScope } from "./request-scope.js";

/** How one relation is read in a batch; a feature exports these and no list of them is kept. */
export interface LoaderDefinition<K, V> {
  readonly name: string;
  /** Values in the order of `keys`; `null` where there is none. */
  load(scope: RequestScope, keys: readonly K[]): Promise<readonly V[]>;
}

/** The DataLoaders of one request, made when first asked for. */
export class LoaderScope {
  readonly #loaders = new Map<LoaderDefinition<never, unknown>, DataLoader<never, unknown>>();
  readonly #vouched = new Map<unknown, Map<unknown, Promise<unknown>>>();
  readonly #scope: RequestScope;

  constructor(scope: RequestScope) {
    this.#scope = scope;
  }

  get<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V> {
    const key = definition as unknown as LoaderDefinition<never, unknown>;
    let loader = this.#loaders.get(key) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>((keys) => definition.load(this.#scope, keys) as Promise<V[]>);
      this.#loaders.set(key, loader as unknown as DataLoader<never, unknown>);
    }
    return loader;
  }

  /** The object of a key that a foreign key vouches for; a page of rows that share it shares a promise. */
  one<K, V>(definition: LoaderDefinition<K, V | null>, key: K): Promise<V> {
    let known = this.#vouched.get(definition);
    if (!known) this.#vouched.set(definition, (known = new Map()));
    let found = known.get(key) as Promise<V> | undefined;
    if (!found) {
      found = this.get(definition)
        .load(key)
        .then((value) => {
          if (value === null) throw new Error(`${definition.name}: there is no row ${key}`);
          return value;
        });
      known.set(key, found);
    }
    return found;
  }

  /** After a commit, so that the payload is read afresh. */
  clear(): void {
    this.#loaders.clear();
    this.#vouched.clear();
  }
}
