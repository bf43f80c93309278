import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Office } from "./office.js";

/** A position (jabatan): what a lane is bound to. */
@Entity("position")
@Unique("uq_position_code", ["code"])
@Index("ix_position_office", ["officeId"])
export class Position {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Office, { name: "fk_position_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  @Column({ type: "varchar", length: 100 })
  code!: string;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  /** 1 for the head of the office, else 0. */
  @Column({ type: "tinyint", name: "is_head" })
  isHead!: 0 | 1;

  /** Counted up by each change of who holds it, so that two of them never pass each other. */
  @Column({ type: "int", name: "holders_revision", nullable: true })
  holdersRevision!: number | null;

  /** The position above it (atasan); `null`: none, or not told. */
  @Column({ type: "bigint", name: "superior_id", nullable: true })
  superiorId!: number | null;

  /** Counted up by each change by an admin; null: none yet. */
  @Column({ type: "int", nullable: true })
  revision!: number | null;

  /** From when on nobody fills it and no lane can be bound to it; null: it is in use. */
  @Column({ type: "bigint", name: "retired_at", nullable: true })
  retiredAt!: number | null;
}
