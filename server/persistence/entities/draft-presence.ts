import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { Person } from "./person.js";

/** A window in which somebody has a draft open; forgotten soon after its last pulse. */
@Entity("draft_presence")
@Index("ix_draft_presence_seen", ["seenAt"])
export class DraftPresence {
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  @ForeignKey(() => Person, { name: "fk_draft_presence_person" })
  @PrimaryColumn({ type: "bigint", name: "person_id" })
  personId!: number;

  /** What the window calls itself. */
  @PrimaryColumn({ type: "varchar", length: 64 })
  tab!: string;

  /** Where in the draft they are, in the client's words. */
  @Column({ type: "varchar", length: 200, nullable: true })
  focus!: string | null;

  @Column({ type: "tinyint", name: "can_edit" })
  canEdit!: number;

  @Column({ type: "bigint", name: "seen_at" })
  seenAt!: number;
}
