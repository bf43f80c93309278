import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { type DraftNotice, draftBusOf } from "../../runtime/change-bus.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { versionById } from "./sop-loaders.js";
import { SopVersion } from "./sop-types.js";
import { mayReadHistory } from "./version-access.js";

@ObjectType({ simpleResolvers: true, description: "That something happened to a draft." })
export class DraftNews {
  @Field(() => SopVersion, {
    nullable: true,
    description: "The version as it is now; null once it was discarded.",
  })
  version!: SopVersion | null;
}

/** What a subscription's `subscribe` is given; type-graphql types it more loosely. */
interface SubscribeArgs {
  readonly context: RequestScope;
  readonly args: Record<string, unknown>;
}

/** The version, if it is one whose making the caller may follow. */
async function followed(scope: RequestScope, versionId: number): Promise<SopVersion | null> {
  const version = await scope.loaders.get(versionById).load(versionId);
  if (version && !mayReadHistory(scope, version)) {
    requireSignedIn(scope.ctx);
    throw new Refusal("NOT_FOUND", "versionId");
  }
  return version;
}

/** The live side of drafts, beside the pulse: what this server's own commits did to them. */
@Resolver()
export class DraftSubscription {
  @Subscription(() => DraftNews, {
    description:
      "The draft each time that this server saved an edit, a note or a decision of it. Not who is there, and not what other servers do: for these, draftPulse.",
    subscribe: async ({ context, args }: SubscribeArgs) => {
      requireSignedIn(context.ctx);
      const versionId = fromGlobalId(args["versionId"] as string, "SopVersion", "versionId");
      if (!(await followed(context, versionId))) throw new Refusal("NOT_FOUND", "versionId");
      return draftBusOf(context.database).subscribe((notice) => notice.versionId === versionId);
    },
  })
  async draftChanged(
    @Root() { versionId }: DraftNotice,
    @Ctx() scope: RequestScope,
    @Arg("versionId", () => ID, { description: "The draft." }) _id: string,
  ): Promise<DraftNews> {
    // The scope is the event's own: whoever may no longer read drafts is told no more.
    return { version: await followed(scope, versionId) };
  }
}
