import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Person } from "./person.js";
import { SopVersion } from "./sop-version.js";

/** One save of a draft: the edits that led to `revision`. */
@Entity("draft_edit")
export class DraftEdit {
  @ForeignKey(() => SopVersion, { name: "fk_draft_edit_version" })
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  @PrimaryColumn({ type: "int" })
  revision!: number;

  @Column({ type: "bigint" })
  at!: number;

  @ForeignKey(() => Person, { name: "fk_draft_edit_person" })
  @Column({ type: "bigint", name: "person_id", nullable: true })
  personId!: number | null;

  /** GraphEdit[] as JSON. */
  @Column({ type: "longtext" })
  edits!: string;

  /** The edits that lead back, as JSON; null where they were saved before there were any. */
  @Column({ type: "longtext", nullable: true })
  inverse!: string | null;
}
