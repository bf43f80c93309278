import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Office } from "./office.js";
import { Person } from "./person.js";

/** An SOP; what it says is in its versions. */
@Entity("sop")
@Unique("uq_sop_number", ["officeId", "number", "part"])
export class Sop {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Office, { name: "fk_sop_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  /** As printed; null: the SOP has none. */
  @Column({ type: "varchar", length: 100, nullable: true })
  number!: string | null;

  /** One number may cover several procedures; empty when it does not. */
  @Column({ type: "varchar", length: 20, default: "" })
  part!: string;

  @Column({ type: "varchar", length: 500 })
  title!: string;

  @Column({ type: "bigint", name: "retired_at", nullable: true })
  retiredAt!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @ForeignKey(() => Person, { name: "fk_sop_created_by" })
  @Column({ type: "bigint", name: "created_by", nullable: true })
  createdBy!: number | null;

  /** ReminderRules as JSON; null: its office's. */
  @Column({ type: "longtext", nullable: true })
  reminders!: string | null;

  /** Counted up by each enactment and what takes one back, so that two of them never pass each other. */
  @Column({ type: "int", name: "lifecycle_revision", nullable: true })
  lifecycleRevision!: number | null;
}
