import {
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import { requirePerson } from "../../kernel/policy.js";
import type { CaseChange } from "../../runtime/case-change.js";
import { changeBusOf, noticeBusOf } from "../../runtime/change-bus.js";
import type { NoticeNews } from "../../runtime/notices/notice-news.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { touchesWorklist } from "../cases/case-service.js";
import { eitherOf } from "./either-of.js";
import type { NoticeService } from "./notice-service.js";
import { NotificationCount } from "./notice-types.js";

interface SubscribeArgs {
  readonly context: RequestScope;
}

@ObjectType({
  simpleResolvers: true,
  description: "Something changed that the caller's windows show.",
})
export class DeskChange {
  @Field(() => ID, {
    nullable: true,
    description: "The case, where something changed that the caller may act on, or just lost.",
  })
  instanceId!: string | null;
}

type DeskEvent = CaseChange | NoticeNews;

/** The live side of what one is told of. */
@Resolver(() => DeskChange)
export class NoticeSubscriptions {
  constructor(private readonly notices: NoticeService) {}

  @Subscription(() => NotificationCount, {
    description:
      "How many notifications the caller has to read, each time that there is something new, or something was read.",
    subscribe: ({ context }: SubscribeArgs) => newsOf(context),
  })
  notificationsChanged(@Ctx() scope: RequestScope): Promise<NotificationCount> {
    return this.notices.countUnread(scope.ctx, scope.reader);
  }

  @Subscription(() => DeskChange, {
    description:
      "`worklistChanged` and `notificationsChanged` in one stream, for a window that shows both.",
    subscribe: ({ context }: SubscribeArgs) => {
      const { personId } = requirePerson(context.ctx);
      const changes = changeBusOf(context.database).subscribe(touchesWorklist(context, personId));
      return eitherOf<DeskEvent>(changes, newsOf(context));
    },
  })
  deskChanged(@Root() event: DeskEvent): DeskChange {
    const isCase = "instanceId" in event;
    return Object.assign(new DeskChange(), {
      instanceId: isCase ? toGlobalId("Instance", event.instanceId) : null,
    });
  }

  @FieldResolver(() => NotificationCount, {
    description:
      "How many notifications there are to read now: also what a colleague takes counts no more.",
  })
  unread(@Root() _change: DeskChange, @Ctx() scope: RequestScope): Promise<NotificationCount> {
    return this.notices.countUnread(scope.ctx, scope.reader);
  }
}

function newsOf(context: RequestScope): AsyncGenerator<NoticeNews, void, void> {
  const { personId } = requirePerson(context.ctx);
  return noticeBusOf(context.database).subscribe(touchesWorklist(context, personId));
}
