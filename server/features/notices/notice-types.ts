import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { toGlobalId } from "../../kernel/global-id.js";
import {
  allNoticeKinds,
  type NoticeGroup,
  type NoticeKind,
  noticeKinds,
} from "../../runtime/notices/notice-kinds.js";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import type { NoticeRow } from "./notice-facts.js";
import type { MailMode } from "./notice-setting.js";

export const NotificationKindEnum = Object.fromEntries(
  allNoticeKinds.map((kind) => [kind, kind]),
) as Readonly<Record<NoticeKind, NoticeKind>>;

registerEnumType(NotificationKindEnum, {
  name: "NotificationKind",
  description: "What somebody is told of. New kinds may be added.",
  valuesConfig: Object.fromEntries(
    allNoticeKinds.map((kind) => [kind, { description: noticeKinds[kind].headline.en }]),
  ),
});

export const NotificationGroupEnum: Readonly<Record<NoticeGroup, NoticeGroup>> = {
  TASKS: "TASKS",
  REQUESTS: "REQUESTS",
  CASES: "CASES",
  SOPS: "SOPS",
  POSITIONS: "POSITIONS",
};

registerEnumType(NotificationGroupEnum, {
  name: "NotificationGroup",
  description: "What a kind of notification is about.",
  valuesConfig: {
    TASKS: { description: "Tasks that one may do, and their deadlines." },
    REQUESTS: { description: "Where one's own request is." },
    CASES: { description: "Cases that stand still, go on or end." },
    SOPS: { description: "What becomes of SOPs." },
    POSITIONS: { description: "Who holds a position, and who will not." },
  },
});

export const MailModeEnum: Readonly<Record<MailMode, MailMode>> = {
  EACH: "EACH",
  DAILY: "DAILY",
  OFF: "OFF",
};

registerEnumType(MailModeEnum, {
  name: "MailMode",
  description: "When e-mails of notifications are written.",
  valuesConfig: {
    EACH: { description: "One for each, when it comes." },
    DAILY: {
      description: "One at 07:00 on working days, by the office's clocks, with all of them.",
    },
    OFF: { description: "None." },
  },
});

@ObjectType("Notification", {
  simpleResolvers: true,
  description:
    "Something that the caller is told of: themselves, or as a holder of a position. It is kept for 90 days.",
})
export class Notification {
  row!: NoticeRow;

  @Field(() => ID, { description: "Opaque; goes into `markNotificationsRead`." })
  id!: string;

  @Field(() => NotificationKindEnum, { description: "What it tells of." })
  kind!: NoticeKind;

  @Field(() => NotificationGroupEnum, { description: "What that is about." })
  group!: NoticeGroup;

  @Field(() => DateTime, { description: "When it happened." })
  at!: number;

  static from(row: NoticeRow): Notification {
    return Object.assign(new Notification(), {
      row,
      id: toGlobalId("Notification", row.id),
      kind: row.kind,
      group: noticeKinds[row.kind].group,
      at: row.at,
    });
  }
}

export const NotificationConnection = connectionOf(Notification, "Notification");

@ObjectType({
  simpleResolvers: true,
  description: "How many notifications there are to read, counted to 99.",
})
export class NotificationCount {
  @Field(() => Int, { description: "0 to 99." })
  count!: number;

  @Field(() => Boolean, { description: "Whether there are more than `count`." })
  hasMore!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "How the caller is told of a kind." })
export class NotificationSwitch {
  @Field(() => NotificationKindEnum, { description: "Which kind." })
  kind!: NoticeKind;

  @Field(() => NotificationGroupEnum, { description: "What it is about." })
  group!: NoticeGroup;

  @Field(() => Boolean, { description: "Whether it is listed and counted in the app." })
  inApp!: boolean;

  @Field(() => Boolean, { description: "Whether it is in an e-mail." })
  mail!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "How the caller wants to be told." })
export class NotificationSettings {
  @Field(() => Boolean, { description: "Whether this installation sends e-mails at all." })
  mailIsOn!: boolean;

  @Field(() => String, { nullable: true, description: "Where they go; null: nowhere." })
  email!: string | null;

  @Field(() => MailModeEnum, { description: "When they are written." })
  mailMode!: MailMode;

  @Field(() => [NotificationSwitch], {
    description: "The kinds that the caller can be told of, in the order of their groups.",
  })
  kinds!: NotificationSwitch[];
}

@InputType({ description: "How to be told of a kind." })
export class NotificationSwitchInput {
  @Field(() => NotificationKindEnum, { description: "Which kind." })
  kind!: NoticeKind;

  @Field(() => Boolean, { description: "Whether it is listed and counted in the app." })
  inApp!: boolean;

  @Field(() => Boolean, { description: "Whether it is in an e-mail." })
  mail!: boolean;
}

@InputType({ description: "How the caller wants to be told." })
export class SetNotificationSettingsInput {
  @Field(() => MailModeEnum, { description: "When e-mails are written." })
  mailMode!: MailMode;

  @Field(() => [NotificationSwitchInput], {
    description: "Each kind at most once; those that are left out are as is usual.",
  })
  kinds!: NotificationSwitchInput[];
}

@InputType({ description: "Which notifications are read." })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: "These, at most 100." })
  ids?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "All about this task, case or SOP, as when it was opened.",
  })
  about?: string | null;
}

const refusals = "Why nothing was changed; empty when it was.";

@ObjectType({ simpleResolvers: true, description: "What is left to read." })
export class NotificationsReadPayload {
  @Field(() => NotificationCount, { nullable: true, description: "How many are left." })
  unread?: NotificationCount | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "How the caller is told from now on." })
export class NotificationSettingsPayload {
  @Field(() => NotificationSettings, { nullable: true, description: "All settings." })
  settings?: NotificationSettings | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}
