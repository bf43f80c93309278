import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { Person } from "./person.js";
import { SopVersion } from "./sop-version.js";

/** A doubt about a field, lane, node or edge of a version. */
@Entity("review_note")
@Index("ix_review_note_version", ["versionId"])
export class ReviewNote {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => SopVersion, { name: "fk_review_note_version" })
  @Column({ type: "bigint", name: "version_id" })
  versionId!: number;

  @Column({ type: "varchar", length: 20, name: "target_type" })
  targetType!: "FIELD" | "LANE" | "NODE" | "EDGE";

  @Column({ type: "varchar", length: 200, name: "target_key" })
  targetKey!: string;

  @Column({ type: "varchar", length: 200, name: "target_field", nullable: true })
  targetField!: string | null;

  @Column({ type: "longtext" })
  text!: string;

  @Column({ type: "bigint", name: "resolved_at", nullable: true })
  resolvedAt!: number | null;

  @ForeignKey(() => Person, { name: "fk_review_note_resolved_by" })
  @Column({ type: "bigint", name: "resolved_by", nullable: true })
  resolvedBy!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  /** A person's id; null: it came with the SOP. */
  @Column({ type: "bigint", name: "created_by", nullable: true })
  createdBy!: number | null;

  @Column({ type: "bigint", name: "edited_at", nullable: true })
  editedAt!: number | null;
}
