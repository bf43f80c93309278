import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { parseGlobalId } from "../kernel/global-id.js";
import { Refusal } from "../kernel/refusal.js";
import { Node, type NodeSource } from "../runtime/graphql/node.js";
import type { RequestScope } from "../runtime/request-scope.js";

/** As many as the largest page has. */
const mostIds = 100;

@Resolver()
export class NodeResolver {
  readonly #sources: ReadonlyMap<string, NodeSource>;

  constructor(sources: readonly NodeSource[]) {
    this.#sources = new Map(sources.map((source) => [source.type, source]));
  }

  @Query(() => Node, {
    nullable: true,
    description: "The object with this id; null if it is not there or not for you to see.",
  })
  node(
    @Arg("id", () => ID, { description: "An id that some other answer gave." }) id: string,
    @Ctx() scope: RequestScope,
  ): Promise<object | null> {
    return this.#find(scope, id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "The objects with these ids, in their order; null for those that `node` has not.",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: "At most 100 ids." }) ids: string[],
    @Ctx() scope: RequestScope,
  ): Promise<(object | null)[]> {
    if (ids.length > mostIds) throw new Refusal("TOO_LARGE", "ids", { limit: mostIds });
    return Promise.all(ids.map((id) => this.#find(scope, id)));
  }

  async #find(scope: RequestScope, id: string): Promise<object | null> {
    const parsed = parseGlobalId(id);
    const source = parsed && this.#sources.get(parsed.type);
    return source ? source.find(scope, parsed.id) : null;
  }
}
