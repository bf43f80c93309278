import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Office } from "./office.js";
import { Person } from "./person.js";

/** What is left of a draft that was discarded: enough to say so to whoever still has it open. */
@Entity("discarded_draft")
export class DiscardedDraft {
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  @ForeignKey(() => Office, { name: "fk_discarded_draft_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  @Column({ type: "varchar", length: 500 })
  title!: string;

  @Column({ type: "bigint" })
  at!: number;

  @ForeignKey(() => Person, { name: "fk_discarded_draft_person" })
  @Column({ type: "bigint", name: "person_id", nullable: true })
  personId!: number | null;
}
