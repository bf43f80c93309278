import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One change of people, offices or settings. Rows are added and never changed. */
@Entity("audit_entry")
@Index("ix_audit_entry_office", ["officeId", "seq"])
@Index("ix_audit_entry_actor", ["actorId", "seq"])
@Index("ix_audit_entry_subject", ["subjectType", "subjectId", "seq"])
@Index("ix_audit_entry_action", ["action", "seq"])
export class AuditEntry {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn({ type: "bigint" })
  seq!: number;

  @Column({ type: "bigint" })
  at!: number;

  @Column({ type: "varchar", length: 20, name: "actor_type" })
  actorType!: string;

  @Column({ type: "bigint", name: "actor_id", nullable: true })
  actorId!: number | null;

  @Column({ type: "varchar", length: 200, name: "actor_name" })
  actorName!: string;

  /** Whose affair it is; `null`: the whole installation's. */
  @Column({ type: "bigint", name: "office_id", nullable: true })
  officeId!: number | null;

  @Column({ type: "varchar", length: 60 })
  action!: string;

  @Column({ type: "varchar", length: 40, name: "subject_type" })
  subjectType!: string;

  @Column({ type: "bigint", name: "subject_id", nullable: true })
  subjectId!: number | null;

  /** What it was called then. */
  @Column({ type: "varchar", length: 500, name: "subject_name" })
  subjectName!: string;

  /** As JSON: `[{field, before, after}]`. */
  @Column({ type: "longtext" })
  changes!: string;

  /** SHA-256 over the hash before it and the row. */
  @Column({ type: "varchar", length: 64 })
  hash!: string;
}
