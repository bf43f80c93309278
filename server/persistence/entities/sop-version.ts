import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Person } from "./person.js";
import { Sop } from "./sop.js";

/** A version of an SOP. Once ENACTED its document never changes; REVOKED is before it came into force. */
@Entity("sop_version")
@Unique("uq_sop_version_draft", ["sopId", "draftSlot"])
@Unique("uq_sop_version_ordinal", ["sopId", "ordinal"])
@Index("ix_sop_version_in_force", ["sopId", "inForceFrom"])
export class SopVersion {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Sop, { name: "fk_sop_version_sop" })
  @Column({ type: "bigint", name: "sop_id" })
  sopId!: number;

  /** 1, 2, 3 … within the SOP. */
  @Column({ type: "int" })
  ordinal!: number;

  @Column({ type: "varchar", length: 20 })
  status!: "DRAFT" | "SUBMITTED" | "ENACTED" | "REVOKED";

  /** 1 until enacted, then null: the unique key allows one draft per SOP. */
  @Column({ type: "int", name: "draft_slot", nullable: true })
  draftSlot!: 1 | null;

  /** Counts the saves of a draft. */
  @Column({ type: "int" })
  revision!: number;

  /** An SopDocument as JSON. */
  @Column({ type: "longtext" })
  document!: string;

  @Column({ type: "bigint", name: "in_force_from", nullable: true })
  inForceFrom!: number | null;

  @Column({ type: "bigint", name: "enacted_at", nullable: true })
  enactedAt!: number | null;

  @ForeignKey(() => Person, { name: "fk_sop_version_enacted_by" })
  @Column({ type: "bigint", name: "enacted_by", nullable: true })
  enactedBy!: number | null;

  @Column({ type: "bigint", name: "submitted_at", nullable: true })
  submittedAt!: number | null;

  @ForeignKey(() => Person, { name: "fk_sop_version_submitted_by" })
  @Column({ type: "bigint", name: "submitted_by", nullable: true })
  submittedBy!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @Column({ type: "bigint", name: "updated_at" })
  updatedAt!: number;

  /** Counts the changes of its review notes; null before the first. */
  @Column({ type: "int", name: "notes_revision", nullable: true })
  notesRevision!: number | null;
}
