import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { Office } from "./office.js";

/** A change of a working calendar or of the national holidays; never changed but for its counts. */
@Entity("calendar_change")
@Index("ix_calendar_change_office", ["officeId", "seq"])
@Index("ix_calendar_change_kind", ["kind", "seq"])
@Index("ix_calendar_change_settled", ["settledAt", "seq"])
export class CalendarChange {
  /** 1, 2, 3 … over all offices: the stamp of what was counted by it. */
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

  @Column({ type: "varchar", length: 20 })
  kind!: "CALENDAR" | "HOLIDAYS";

  /** Null: the calendar of every office without its own, or the national table. */
  @ForeignKey(() => Office, { name: "fk_calendar_change_office" })
  @Column({ type: "bigint", name: "office_id", nullable: true })
  officeId!: number | null;

  /** Of the national table: which year's. */
  @Column({ type: "int", name: "holiday_year", nullable: true })
  holidayYear!: number | null;

  /** FieldChange[] as JSON. */
  @Column({ type: "longtext" })
  changes!: string;

  /** The whole national table as it was before, as JSON. */
  @Column({ type: "longtext", name: "holidays_before", nullable: true })
  holidaysBefore!: string | null;

  /** How many open cases and tasks got other deadlines by it, so far. */
  @Column({ type: "int", name: "moved_cases" })
  movedCases!: number;

  @Column({ type: "int", name: "moved_tasks" })
  movedTasks!: number;

  /** When no open deadline was older than it. */
  @Column({ type: "bigint", name: "settled_at", nullable: true })
  settledAt!: number | null;
}
