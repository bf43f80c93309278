import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Office } from "./office.js";

/** A revision of the working calendar of an office. */
@Entity("working_calendar")
@Unique("uq_working_calendar_revision", ["officeId", "revision"])
export class WorkingCalendar {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** Null: of every office that has none of its own. */
  @ForeignKey(() => Office, { name: "fk_working_calendar_office" })
  @Column({ type: "bigint", name: "office_id", nullable: true })
  officeId!: number | null;

  @Column({ type: "int" })
  revision!: number;

  @Column({ type: "longtext" })
  definition!: string;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;
}
