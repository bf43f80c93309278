import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { Person } from "./person.js";
import { Position } from "./position.js";

/** Who holds a position from when to when; `acting` is a Plt. or Plh. */
@Entity("position_holder")
@Index("ix_position_holder_person", ["personId"])
@Index("ix_position_holder_position", ["positionId"])
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

  /** The first instant at which it no longer holds; null: open. */
  @Column({ type: "bigint", name: "valid_until", nullable: true })
  validUntil!: number | null;
}
