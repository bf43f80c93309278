import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** What reports have in their sums of a case. Times are epoch milliseconds. */
@Entity("ledger_case")
// Partial on SQLite, led by the column on MariaDB: the migration alone knows how.
@Index("ix_ledger_case_open", { synchronize: false })
@Index("ix_ledger_case_started", ["versionId", "startedAt", "instanceId"])
@Index("ix_ledger_case_ended", ["versionId", "ending", "endedAt", "instanceId"])
export class LedgerCase {
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  @Column({ type: "bigint", name: "version_id" })
  versionId!: number;

  /** Up to this log entry. */
  @Column({ type: "int" })
  seq!: number;

  /** The calendar change by which its working time was counted. */
  @Column({ type: "bigint" })
  stamp!: number;

  @Column({ type: "tinyint", name: "is_open" })
  isOpen!: number;

  @Column({ type: "bigint", name: "started_at" })
  startedAt!: number;

  @Column({ type: "bigint", name: "ended_at", nullable: true })
  endedAt!: number | null;

  /** COMPLETED or CANCELLED. */
  @Column({ type: "varchar", length: 20, nullable: true })
  ending!: string | null;

  /** When that entry was. */
  @Column({ type: "bigint", name: "last_at" })
  lastAt!: number;

  /** Working milliseconds from start to completion. */
  @Column({ type: "bigint", nullable: true })
  lead!: number | null;

  /** While it is open: what is open in it since `lastAt`. JSON. */
  @Column({ type: "longtext", nullable: true })
  tail!: string | null;

  /** While it is open: what went into the sums, so that it can be taken out again. JSON. */
  @Column({ type: "longtext", nullable: true })
  tally!: string | null;
}
