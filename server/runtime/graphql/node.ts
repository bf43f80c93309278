import { Field, ID, InterfaceType } from "type-graphql";
import type { RequestScope } from "../request-scope.js";

@InterfaceType("Node", {
  description: "Anything with an opaque global id.",
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque, and stable for the life of the object." })
  id!: string;
}

/** How `node(id)` finds one type; a feature exports one of these for each of its types. */
export interface NodeSource {
  readonly type: string;
  /** The object as its GraphQL type reads it, with `__typename`; `null` if it is not there or not to be seen. */
  find(scope: RequestScope, id: number): Promise<object | null>;
}
