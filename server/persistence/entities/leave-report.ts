import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { Person } from "./person.js";

/** That a holder is away from when to when, and who stands in; their Plh. rows name it. */
@Entity("leave_report")
@Index("ix_leave_report_person", ["personId"])
export class LeaveReport {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Person, { name: "fk_leave_report_person" })
  @Column({ type: "bigint", name: "person_id" })
  personId!: number;

  @ForeignKey(() => Person, { name: "fk_leave_report_stand_in" })
  @Column({ type: "bigint", name: "stand_in_id" })
  standInId!: number;

  @Column({ type: "bigint", name: "valid_from" })
  validFrom!: number;

  /** The first instant after it; that of its begin for one that was cancelled before. */
  @Column({ type: "bigint", name: "valid_until" })
  validUntil!: number;

  @Column({ type: "bigint", name: "reported_at" })
  reportedAt!: number;

  @ForeignKey(() => Person, { name: "fk_leave_report_cancelled_by" })
  @Column({ type: "bigint", name: "cancelled_by", nullable: true })
  cancelledBy!: number | null;

  @Column({ type: "bigint", name: "cancelled_at", nullable: true })
  cancelledAt!: number | null;
}
