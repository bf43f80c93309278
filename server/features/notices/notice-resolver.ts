import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId, parseGlobalId, toGlobalId } from "../../kernel/global-id.js";
import { requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { Node, type NodeSource } from "../../runtime/graphql/node.js";
import { DateTime } from "../../runtime/graphql/scalars.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { noticeKinds } from "../../runtime/notices/notice-kinds.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { type NoticeFacts, readNoticeFacts } from "./notice-facts.js";
import { reachOf, type NoticeService, unreadIds } from "./notice-service.js";
import {
  MarkNotificationsReadInput,
  Notification,
  NotificationConnection,
  NotificationCount,
  NotificationsReadPayload,
} from "./notice-types.js";
import { headlineOf, subjectOf } from "./notice-words.js";

const mostIds = 100;

/** Which of the notices the caller has still to read. */
const isUnread: LoaderDefinition<number, boolean> = {
  name: "noticeIsUnread",
  async load({ ctx, reader }, ids) {
    const only = { sql: `n.id IN (${ids.map(() => "?").join(", ")})`, params: ids };
    const found = await unreadIds(await reachOf(ctx, reader), reader, ids.length, only);
    const unread = new Set(found.map(({ id }) => id));
    return ids.map((id) => unread.has(id));
  },
};

/** What one is told of. */
@Resolver(() => Notification)
export class NoticeResolver {
  readonly #facts: LoaderDefinition<number, NoticeFacts | null>;
  readonly #sources: ReadonlyMap<string, NodeSource>;

  constructor(
    private readonly notices: NoticeService,
    versions: EnactedVersions,
    sources: readonly NodeSource[],
  ) {
    this.#sources = new Map(sources.map((source) => [source.type, source]));
    this.#facts = {
      name: "noticeFacts",
      async load({ reader }, ids) {
        const found = await readNoticeFacts(reader, versions, ids);
        return ids.map((id) => found.get(id) ?? null);
      },
    };
  }

  @Query(() => NotificationConnection, {
    description:
      "What the caller is told of, the newest first; without the kinds that they have switched off.",
  })
  notifications(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("unreadOnly", () => Boolean, {
      defaultValue: false,
      description: "Only what is not read and still stands.",
    })
    unreadOnly: boolean,
  ): Promise<Connection<Notification>> {
    return this.notices.list(scope.ctx, scope.reader, page, unreadOnly);
  }

  @Query(() => NotificationCount, {
    description:
      "How many notifications of the last 30 days the caller has still to read; without those of tasks that a colleague has taken, or that are done.",
  })
  unreadNotifications(@Ctx() scope: RequestScope): Promise<NotificationCount> {
    return this.notices.countUnread(scope.ctx, scope.reader);
  }

  @Mutation(() => NotificationsReadPayload, {
    description: "Marks notifications as read, for the caller alone.",
  })
  markNotificationsRead(
    @Ctx() scope: RequestScope,
    @Arg("input", () => MarkNotificationsReadInput, { description: "Which ones." })
    input: MarkNotificationsReadInput,
  ): Promise<NotificationsReadPayload> {
    return this.#read(scope, async () => {
      const ids = input.ids ?? [];
      if (ids.length > mostIds) throw new Refusal("TOO_LARGE", "input.ids", { limit: mostIds });
      const keys = ids.map((id) => fromGlobalId(id, "Notification", "input.ids"));
      const about = input.about == null ? null : parseGlobalId(input.about);
      if (input.about != null && about === null) throw new Refusal("NOT_FOUND", "input.about");
      if (keys.length > 0) await this.notices.read(scope.ctx, keys);
      if (about) await this.notices.readAbout(scope.ctx, about);
    });
  }

  @Mutation(() => NotificationsReadPayload, {
    description: "Marks all that there is to read as read, for the caller alone.",
  })
  markAllNotificationsRead(@Ctx() scope: RequestScope): Promise<NotificationsReadPayload> {
    return this.#read(scope, () => this.notices.readAll(scope.ctx));
  }

  #read(scope: RequestScope, work: () => Promise<void>): Promise<NotificationsReadPayload> {
    return signedInPayload(scope.ctx, NotificationsReadPayload, async (payload) => {
      requirePerson(scope.ctx);
      await work();
      payload.unread = await this.notices.countUnread(scope.ctx, scope.reader);
    });
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether it is still to be read: not read, and still of use to the caller. What is older than 30 days is not.",
  })
  unread(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<boolean> {
    return scope.loaders.get(isUnread).load(it.row.id);
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether what it tells of is over: a task that was done, or that somebody else has taken.",
  })
  async isOver(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<boolean> {
    const { standsWhile } = noticeKinds[it.kind];
    const facts = await this.#factsOf(it, scope);
    if (!standsWhile || facts.taskId === null) return false;
    if (!facts.isOpen) return true;
    const { personId } = requirePerson(scope.ctx);
    const isTaken = facts.assigneeId !== null && facts.assigneeId !== personId;
    return standsWhile === "UNTAKEN" && isTaken;
  }

  @FieldResolver(() => String, { description: "What it says, in the caller's language." })
  async headline(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string> {
    return headlineOf(it.kind, await this.#factsOf(it, scope), scope.ctx.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The case or the SOP that it is about, in words; null: neither.",
  })
  async subject(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return subjectOf(await this.#factsOf(it, scope));
  }

  @FieldResolver(() => String, { nullable: true, description: "The reason that somebody gave." })
  async reason(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return (await this.#factsOf(it, scope)).reason ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "The deadline that it is about, as it was then.",
  })
  async dueAt(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<number | null> {
    return (await this.#factsOf(it, scope)).dueAt ?? null;
  }

  @FieldResolver(() => ID, { nullable: true, description: "The task that it leads to." })
  async taskId(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return idOf("Task", (await this.#factsOf(it, scope)).taskId);
  }

  @FieldResolver(() => ID, { nullable: true, description: "The case that it is about." })
  async instanceId(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return idOf("Instance", (await this.#factsOf(it, scope)).instanceId);
  }

  @FieldResolver(() => ID, { nullable: true, description: "The SOP that it is about." })
  async sopId(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return idOf("Sop", (await this.#factsOf(it, scope)).sopId);
  }

  @FieldResolver(() => ID, { nullable: true, description: "The position that it names." })
  async positionId(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<string | null> {
    return idOf("Position", (await this.#factsOf(it, scope)).aboutPositionId);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      "What it leads to: its task, or else its case, its SOP's version, its position. Null where the caller may not see that any more.",
  })
  async about(@Root() it: Notification, @Ctx() scope: RequestScope): Promise<object | null> {
    const facts = await this.#factsOf(it, scope);
    const keys: readonly (readonly [string, number | null])[] = [
      ["Task", facts.taskId],
      ["Instance", facts.instanceId],
      ["SopVersion", facts.versionId],
      ["Position", facts.aboutPositionId],
    ];
    const [type, id] = keys.find(([, key]) => key !== null) ?? ["", null];
    return id === null ? null : ((await this.#sources.get(type)?.find(scope, id)) ?? null);
  }

  #factsOf(it: Notification, scope: RequestScope): Promise<NoticeFacts> {
    return scope.loaders.one(this.#facts, it.row.id);
  }
}

const idOf = (type: string, id: number | null): string | null =>
  id === null ? null : toGlobalId(type, id);
