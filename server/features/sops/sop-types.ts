import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { Node } from "../../runtime/graphql/node.js";

export const SopStatus = {
  DRAFT_ONLY: "DRAFT_ONLY",
  SCHEDULED: "SCHEDULED",
  IN_FORCE: "IN_FORCE",
  RETIRED: "RETIRED",
} as const;
export type SopStatus = keyof typeof SopStatus;
registerEnumType(SopStatus, {
  name: "SopStatus",
  description: "Where an SOP stands as a whole.",
  valuesConfig: {
    DRAFT_ONLY: { description: "Konsep: no version was enacted yet." },
    SCHEDULED: { description: "A version is enacted and comes into force later." },
    IN_FORCE: { description: "Berlaku: cases can be started." },
    RETIRED: { description: "Dicabut: no new case can be started." },
  },
});

export const VersionStatus = {
  DRAFT: "DRAFT",
  SUBMITTED: "SUBMITTED",
  SCHEDULED: "SCHEDULED",
  IN_FORCE: "IN_FORCE",
  SUPERSEDED: "SUPERSEDED",
  RETIRED: "RETIRED",
  REVOKED: "REVOKED",
} as const;
export type VersionStatus = keyof typeof VersionStatus;
registerEnumType(VersionStatus, {
  name: "VersionStatus",
  description: "Where a version stands.",
  valuesConfig: {
    DRAFT: { description: "Konsep: it can be edited." },
    SUBMITTED: { description: "Diajukan: it waits for the approver and cannot be edited." },
    SCHEDULED: { description: "Enacted; it comes into force later." },
    IN_FORCE: { description: "Berlaku: new cases run on it." },
    SUPERSEDED: { description: "Digantikan: a later version is in force; its cases go on." },
    REVOKED: { description: "Dibatalkan: taken back before it came into force." },
    RETIRED: { description: "Dicabut: the SOP was retired while this version was in force." },
  },
});

@ObjectType("Sop", {
  simpleResolvers: true,
  implements: Node,
  description: "A standard operating procedure of an office, with all its versions.",
})
export class Sop implements Node {
  readonly __typename = "Sop";
  id!: string;
  rowId!: number;
  officeId!: number;
  retiredAt!: number | null;

  @Field(() => String, { nullable: true, description: "Nomor SOP; it may be missing." })
  number!: string | null;

  @Field(() => String, { nullable: true, description: "A, B, … where one number covers several." })
  part!: string | null;

  @Field(() => String, { description: "What the office calls it." })
  title!: string;
}

@ObjectType("SopVersion", {
  simpleResolvers: true,
  implements: Node,
  description: "One version of an SOP: the whole form. It never changes once enacted.",
})
export class SopVersion implements Node {
  readonly __typename = "SopVersion";
  id!: string;
  rowId!: number;
  sopId!: number;
  officeId!: number;
  enactedById!: number | null;
  submittedById!: number | null;
  submittedAt!: number | null;
  isEnacted!: boolean;
  /** A draft, or submitted. */
  isOpen!: boolean;

  @Field(() => Int, { description: "1, 2, 3 … within the SOP." })
  version!: number;

  @Field(() => VersionStatus, { description: "Where it stands at this moment." })
  status!: VersionStatus;

  @Field(() => Int, { description: "Goes up with each saved change of a draft." })
  revision!: number;

  @Field(() => DateTime, { nullable: true, description: "From when cases start on it." })
  inForceFrom!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it was enacted." })
  enactedAt!: number | null;

  @Field(() => DateTime, { description: "When it was last changed." })
  updatedAt!: number;

  @Field(() => Int, {
    description: "Goes up with each change of its review notes; 0 before the first.",
  })
  notesRevision!: number;
}
