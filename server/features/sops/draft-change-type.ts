import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { DateTime } from "../../runtime/graphql/scalars.js";

export const DraftChangeKind = {
  EDIT: "EDIT",
  CREATE: "CREATE",
  SUBMIT: "SUBMIT",
  WITHDRAW: "WITHDRAW",
  SEND_BACK: "SEND_BACK",
  ENACT: "ENACT",
  UNSCHEDULE: "UNSCHEDULE",
  RETIRE: "RETIRE",
} as const;
export type DraftChangeKind = keyof typeof DraftChangeKind;
registerEnumType(DraftChangeKind, {
  name: "DraftChangeKind",
  description: "What was done to a version.",
  valuesConfig: {
    EDIT: { description: "A save: `edits` say what was changed, `inverse` what it was before." },
    CREATE: { description: "It was opened, as a copy of `source` where it is one." },
    SUBMIT: { description: "Diajukan; `message` is for the approver." },
    WITHDRAW: { description: "Taken back by whoever drafts it." },
    SEND_BACK: { description: "Dikembalikan by the approver; `message` is the reason." },
    ENACT: { description: "Disahkan; it holds from `inForceFrom`." },
    UNSCHEDULE: { description: "Dibatalkan before it came into force; `message` is the reason." },
    RETIRE: { description: "Dicabut, with the SOP." },
  },
});

@ObjectType("DraftChange", {
  simpleResolvers: true,
  description: "One line of a version's history: a save, or something that was done to it.",
})
export class DraftChange {
  versionId!: number;
  byId!: number | null;
  sourceVersionId!: number | null;

  @Field(() => DraftChangeKind, { description: "What was done." })
  kind!: DraftChangeKind;

  @Field(() => Int, {
    description: "The version's revision afterwards; only EDIT makes a new one.",
  })
  revision!: number;

  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => String, { nullable: true, description: "The reason, or what was said with it." })
  message!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Of ENACT: from when it holds." })
  inForceFrom!: number | null;
}

export const DraftChangeConnection = connectionOf(DraftChange, "DraftChange");

@ObjectType({
  simpleResolvers: true,
  description: "That the approver sent a version back to be changed.",
})
export class SentBack {
  byId!: number | null;

  @Field(() => String, { description: "What has to change." })
  reason!: string;

  @Field(() => DateTime, { description: "When." })
  at!: number;
}

@ObjectType({ simpleResolvers: true, description: "That a version waits for the approver." })
export class Submission {
  byId!: number | null;

  @Field(() => String, { nullable: true, description: "What was said with it." })
  message!: string | null;

  @Field(() => DateTime, { description: "When." })
  at!: number;
}
