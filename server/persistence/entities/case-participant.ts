import { Entity, Index, PrimaryColumn } from "typeorm";

/**
 * That a case which goes on is a person's request, or that they started it or did a task of it: what
 * they wait for. The rows go when the case ends.
 */
@Entity("case_participant")
@Index("ix_case_participant_instance", ["instanceId"])
export class CaseParticipant {
  @PrimaryColumn({ type: "bigint", name: "person_id" })
  personId!: number;

  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;
}
