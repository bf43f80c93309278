import { AccountChanges } from "../features/people/account-changes.js";
import { AccountResolver } from "../features/people/account-resolver.js";
import { ActorService } from "../features/people/actor-service.js";
import { ApiTokenResolver } from "../features/people/api-token-resolver.js";
import { ApiTokenService } from "../features/people/api-token-service.js";
import { OfficeResolver } from "../features/people/office-resolver.js";
import { PasswordHasher } from "../features/people/password-hasher.js";
import { peopleNodeSources } from "../features/people/people-node-sources.js";
import { PeopleReader } from "../features/people/people-reader.js";
import { PeopleService } from "../features/people/people-service.js";
import { PersonResolver } from "../features/people/person-resolver.js";
import { SignInLimiter, type SignInLimits } from "../features/people/sign-in-limiter.js";
import { SignInResolver } from "../features/people/sign-in-resolver.js";
import { SignInService } from "../features/people/sign-in-service.js";
import type { Database } from "../persistence/database.js";
import type { NodeSource } from "../runtime/graphql/node.js";

export interface Foundations {
  readonly database: Database;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  readonly signInLimits?: Partial<SignInLimits>;
}

export interface Composition {
  readonly resolvers: readonly object[];
  readonly nodeSources: readonly NodeSource[];
  /** Tells the API who asks. */
  readonly actors: ActorService;
  readonly hasher: PasswordHasher;
}

/**
 * Builds every feature: its services, from these its resolvers, and how `node` finds its objects. It
 * only wires; nothing is read or written yet.
 */
export function composeFeatures({ database, now, signInLimits }: Foundations): Composition {
  const accountChanges = new AccountChanges();
  const hasher = new PasswordHasher();
  const limiter = new SignInLimiter(signInLimits);

  // people
  const actors = new ActorService(database, accountChanges, now);
  const signIns = new SignInService(database, hasher, limiter, accountChanges);
  const people = new PeopleService(database, hasher, limiter, accountChanges);
  const apiTokens = new ApiTokenService(database, accountChanges);
  const peopleReader = new PeopleReader();

  return {
    resolvers: [
      new SignInResolver(signIns),
      new AccountResolver(people),
      new PersonResolver(peopleReader),
      new OfficeResolver(peopleReader),
      new ApiTokenResolver(apiTokens, peopleReader),
    ],
    nodeSources: [...peopleNodeSources],
    actors,
    hasher,
  };
}
