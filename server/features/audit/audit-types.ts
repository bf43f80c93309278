import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import {
  type AuditAction,
  auditActions,
  type AuditSubjectType,
  auditSubjectTypes,
} from "../../runtime/audit-actions.js";
import { type AuditedChange, type AuditRow } from "../../runtime/audit-trail.js";
import { connectionOf } from "../../runtime/graphql/connection.js";
import { DateTime } from "../../runtime/graphql/scalars.js";

const enumOf = <T extends string>(names: readonly T[]): Record<T, T> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

/** The names say what they mean, and grow with every feature: `PERSON_DISABLED`, person disabled. */
const described = <T extends string>(
  names: readonly T[],
): Record<T, { readonly description: string }> =>
  Object.fromEntries(
    names.map((name) => {
      const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");
      const [first = "", ...rest] = words.toLowerCase();
      return [name, { description: `${first.toUpperCase()}${rest.join("")}.` }];
    }),
  ) as Record<T, { readonly description: string }>;

export const AuditActionEnum = enumOf<AuditAction>(auditActions);
registerEnumType(AuditActionEnum, {
  name: "AuditAction",
  description:
    "What was done to people, offices, SOPs or settings. Names are added, never changed.",
  valuesConfig: described(auditActions),
});

export const AuditSubjectTypeEnum = enumOf<AuditSubjectType>(auditSubjectTypes);
registerEnumType(AuditSubjectTypeEnum, {
  name: "AuditSubjectType",
  description: "What an entry is about.",
  valuesConfig: described(auditSubjectTypes),
});

export const AuditActorType = { PERSON: "PERSON", TOKEN: "TOKEN", SYSTEM: "SYSTEM" } as const;
export type AuditActorType = keyof typeof AuditActorType;
registerEnumType(AuditActorType, {
  name: "AuditActorType",
  description: "Who did it.",
  valuesConfig: {
    PERSON: { description: "Somebody with an account." },
    TOKEN: { description: "Another program, by its token." },
    SYSTEM: { description: "Alur itself." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What a field was and is." })
export class AuditChange {
  @Field(() => String, { description: "The field's name." })
  field!: string;

  @Field(() => String, { nullable: true, description: "What it was; null: nothing." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "What it is; null: nothing." })
  after!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "One change of people, offices, SOPs or settings. Nobody can alter or remove an entry: each seals those before it.",
})
export class AuditEntry {
  actorRowId!: number | null;
  officeRowId!: number | null;
  subjectRowId!: number | null;

  @Field(() => ID, { description: "Its number in the trail: 1, 2, 3 …" })
  seq!: string;

  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => AuditActionEnum, { description: "What was done." })
  action!: AuditAction;

  @Field(() => AuditActorType, { description: "What kind of doer." })
  actorType!: AuditActorType;

  @Field(() => String, { description: "Who did it, by the name of that day." })
  actorName!: string;

  @Field(() => AuditSubjectTypeEnum, { description: "What kind of thing it was done to." })
  subjectType!: AuditSubjectType;

  @Field(() => String, { description: "What it was done to, by the name of that day." })
  subjectName!: string;

  @Field(() => [AuditChange], { description: "What was changed by it." })
  changes!: readonly AuditedChange[];

  @Field(() => String, {
    description: "SHA-256 over the hash of the entry before it and this one.",
  })
  hash!: string;

  static from(row: AuditRow): AuditEntry {
    return Object.assign(new AuditEntry(), {
      actorRowId: row.actorType === "PERSON" ? row.actorId : null,
      officeRowId: row.officeId,
      subjectRowId: row.subjectId,
      seq: String(row.seq),
      at: row.at,
      action: row.action,
      actorType: row.actorType,
      actorName: row.actorName,
      subjectType: row.subjectType,
      subjectName: row.subjectName,
      changes: JSON.parse(row.changes),
      hash: row.hash,
    });
  }
}

export const AuditEntryConnection = connectionOf(AuditEntry, "AuditEntry");

@InputType({ description: "Which entries. What is left out does not narrow." })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: "Affairs of this office." })
  officeId?: string | null;

  @Field(() => ID, { nullable: true, description: "What this person did." })
  actorId?: string | null;

  @Field(() => AuditActionEnum, { nullable: true, description: "What was done." })
  action?: AuditAction | null;

  @Field(() => ID, {
    nullable: true,
    description: "What was done to this person, position, office, token or SOP.",
  })
  subjectId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of the doer's or the subject's name, or of what was changed.",
  })
  search?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Not before this instant." })
  from?: number | null;

  @Field(() => DateTime, { nullable: true, description: "Before this instant." })
  to?: number | null;
}
