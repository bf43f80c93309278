import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { Json } from "../../runtime/graphql/scalars.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Person, personById } from "../people/people-service.js";
import { documentAt, revisionKey } from "./document-at.js";
import { DraftChange, DraftChangeConnection, SentBack, Submission } from "./draft-change-type.js";
import { changesKey, changesOfVersion, editsOfSave, lastAction } from "./draft-history.js";
import { versionById } from "./sop-loaders.js";
import { SopVersion } from "./sop-types.js";
import { mayReadHistory, mayReadVersion } from "./version-access.js";

const personOf = async (scope: RequestScope, id: number | null): Promise<Person | null> =>
  id === null ? null : scope.loaders.get(personById).load(id);

/** How a version came to be what it is. */
@Resolver(() => SopVersion)
export class VersionHistoryResolver {
  @FieldResolver(() => DraftChangeConnection, {
    description:
      "Who did what to it, newest first; empty for those who may not read its drafts. `totalCount` is null.",
  })
  async changes(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<DraftChange>> {
    if (mayReadHistory(scope, version)) {
      const key = changesKey({ versionId: version.rowId, page });
      return scope.loaders.get(changesOfVersion).load(key);
    }
    const pageInfo = {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    };
    return { edges: [], nodes: [], pageInfo, totalCount: null };
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description:
      "The whole document at one of its revisions, in the shape that `edits` change: identity, lists, graph. Null for a revision that it never had or that was not recorded, and for those who may not read its drafts.",
  })
  async documentAt(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
    @Arg("revision", () => Int, { description: "From 1 to the version's own." }) revision: number,
  ): Promise<unknown> {
    return mayReadHistory(scope, version)
      ? scope.loaders.get(documentAt).load(revisionKey(version.rowId, revision))
      : null;
  }

  @FieldResolver(() => SentBack, {
    nullable: true,
    description: "Why the approver sent it back; null once it is submitted again.",
  })
  async sentBack(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
  ): Promise<SentBack | null> {
    if (!version.isOpen) return null;
    const action = await scope.loaders.get(lastAction).load(version.rowId);
    if (action?.kind !== "SEND_BACK") return null;
    const { at, byId, message } = action;
    return Object.assign(new SentBack(), { at, byId, reason: message ?? "" });
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: "Who handed it to the approver, while it waits.",
  })
  async submission(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
  ): Promise<Submission | null> {
    const { submittedAt: at, submittedById: byId } = version;
    if (version.status !== "SUBMITTED" || at === null) return null;
    const action = await scope.loaders.get(lastAction).load(version.rowId);
    const message = action?.kind === "SUBMIT" ? action.message : null;
    return Object.assign(new Submission(), { at, byId, message });
  }
}

@Resolver(() => DraftChange)
export class DraftChangeResolver {
  @FieldResolver(() => Person, { nullable: true, description: "Who did it." })
  by(@Root() { byId }: DraftChange, @Ctx() scope: RequestScope): Promise<Person | null> {
    return personOf(scope, byId);
  }

  @FieldResolver(() => SopVersion, {
    nullable: true,
    description: "Of CREATE: the version that it began as a copy of.",
  })
  async source(
    @Root() { sourceVersionId }: DraftChange,
    @Ctx() scope: RequestScope,
  ): Promise<SopVersion | null> {
    if (sourceVersionId === null) return null;
    const source = await scope.loaders.get(versionById).load(sourceVersionId);
    return source && mayReadVersion(scope, source) ? source : null;
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description:
      "Of EDIT: what was changed, in order, in the shape of DraftConflict.edits. Null where it is too long for a list: compare documentAt.",
  })
  async edits(@Root() change: DraftChange, @Ctx() scope: RequestScope): Promise<unknown> {
    if (change.kind !== "EDIT") return null;
    const key = `${change.versionId}:${change.revision}`;
    return (await scope.loaders.get(editsOfSave).load(key)).edits;
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description:
      "Of EDIT: the edits that take it back, in the order in which they do; they hold what was there before. Null as `edits`, and where it was not recorded.",
  })
  async inverse(@Root() change: DraftChange, @Ctx() scope: RequestScope): Promise<unknown> {
    if (change.kind !== "EDIT") return null;
    const key = `${change.versionId}:${change.revision}`;
    return (await scope.loaders.get(editsOfSave).load(key)).inverse;
  }
}

@Resolver(() => SentBack)
export class SentBackResolver {
  @FieldResolver(() => Person, { nullable: true, description: "The approver who did." })
  by(@Root() { byId }: SentBack, @Ctx() scope: RequestScope): Promise<Person | null> {
    return personOf(scope, byId);
  }
}

@Resolver(() => Submission)
export class SubmissionResolver {
  @FieldResolver(() => Person, { nullable: true, description: "Who submitted it." })
  by(@Root() { byId }: Submission, @Ctx() scope: RequestScope): Promise<Person | null> {
    return personOf(scope, byId);
  }
}
