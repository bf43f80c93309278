import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { Person } from "./person.js";
import { Position } from "./position.js";

/** Who holds a position from when to when; `acting` is a Plt. or Plh. */
@Entity("position_holder")
@Index("ix_position_holder_person", ["personId"])
@Index("ix_position_holder_position", ["positionId"])
@Index("ix_position_holder_leave", ["leaveId"])
export class PositionHolder {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Position, { name: "fk_position_holder_position" })
  @Column({ type: "bigint", name: "position_id" })
  positionId!: number;

  @ForeignKey(() => Person, { name: "fk_position_holder_person" })
  @Column({ type: "bigint", name: "person_id" })
  personId!: number;

  @Column({ type: "tinyint" })
  acting!: 0 | 1;

  @Column({ type: "bigint", name: "valid_from" })
  validFrom!: number;

  /** The first instant at which it no longer holds; null: open. That of its begin: it never began. */
  @Column({ type: "bigint", name: "valid_until", nullable: true })
  validUntil!: number | null;

  /** Which of the two it is where `acting` is set; null in rows from before they were told apart. */
  @Column({ type: "varchar", length: 3, name: "acting_as", nullable: true })
  actingAs!: "PLT" | "PLH" | null;

  /** The holder who is away; null for a Plt./Plh. of the position as such. */
  @Column({ type: "bigint", name: "stands_in_for", nullable: true })
  standsInFor!: number | null;

  /** The leave that it comes from, where one was reported. */
  @Column({ type: "bigint", name: "leave_id", nullable: true })
  leaveId!: number | null;

  @Column({ type: "bigint", name: "appointed_by", nullable: true })
  appointedBy!: number | null;

  @Column({ type: "bigint", name: "appointed_at", nullable: true })
  appointedAt!: number | null;

  /** Who last corrected its dates, or ended it. */
  @Column({ type: "bigint", name: "changed_by", nullable: true })
  changedBy!: number | null;

  @Column({ type: "bigint", name: "changed_at", nullable: true })
  changedAt!: number | null;
}
