import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import type { AuditSubjectType } from "../../runtime/audit-actions.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office, officeById, Person, personById } from "../people/people-service.js";
import type { AuditReader } from "./audit-reader.js";
import { AuditEntry, AuditEntryConnection, AuditFilter } from "./audit-types.js";
import { subjectIsThere } from "./subject-is-there.js";

/** Who changed what about people, offices, SOPs and settings. There is no mutation beside it. */
@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly reader: AuditReader) {}

  @Query(() => AuditEntryConnection, {
    description:
      "The audit trail, the newest first. A page of a search may be short and still have more behind it. For the admin.",
  })
  auditEntries(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditFilter, { nullable: true, description: "Which entries." })
    filter?: AuditFilter | null,
  ): Promise<Connection<AuditEntry>> {
    return this.reader.entries(scope, filter ?? {}, page);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who did it; null for programs and for Alur itself.",
  })
  async actor(@Root() entry: AuditEntry, @Ctx() scope: RequestScope): Promise<Person | null> {
    const { actorRowId: id } = entry;
    return id === null ? null : scope.loaders.get(personById).load(id);
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: "Whose affair it is; null: the whole installation's.",
  })
  async office(@Root() entry: AuditEntry, @Ctx() scope: RequestScope): Promise<Office | null> {
    const { officeRowId: id } = entry;
    return id === null ? null : scope.loaders.get(officeById).load(id);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "The thing itself, for `node`; null where it is gone or was no single thing.",
  })
  async subjectId(@Root() entry: AuditEntry, @Ctx() scope: RequestScope): Promise<string | null> {
    const { subjectType, subjectRowId: id } = entry;
    if (id === null) return null;
    const there = thereOf[subjectType];
    const isThere = there && (await scope.loaders.get(there).load(id));
    return isThere ? toGlobalId(subjectType, id) : null;
  }
}

/** Of what has a page of its own; the loaders are made once, for a request knows them by identity. */
const thereOf: {
  readonly [Type in AuditSubjectType]?: LoaderDefinition<number, boolean>;
} = {
  Person: subjectIsThere("person"),
  Position: subjectIsThere("position"),
  Office: subjectIsThere("office"),
  ApiToken: subjectIsThere("api_token"),
  Sop: subjectIsThere("sop"),
  WebhookEndpoint: subjectIsThere("webhook_endpoint"),
};
