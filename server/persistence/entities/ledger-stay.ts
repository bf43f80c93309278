import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A task or the wait of a connector, for the lists behind a number. Times are epoch milliseconds, durations working milliseconds. */
@Entity("ledger_stay")
@Index("ix_ledger_stay_opened", ["versionId", "laneKey", "openedAt", "instanceId", "no"])
@Index("ix_ledger_stay_ended", ["versionId", "laneKey", "endedAt", "instanceId", "no"])
export class LedgerStay {
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  /** The task's number; the visit's, negative, where a connector waits. */
  @PrimaryColumn({ type: "int" })
  no!: number;

  @Column({ type: "bigint", name: "version_id" })
  versionId!: number;

  @Column({ type: "varchar", length: 100, name: "lane_key" })
  laneKey!: string;

  @Column({ type: "varchar", length: 100, name: "node_key" })
  nodeKey!: string;

  @Column({ type: "tinyint", name: "is_rework" })
  isRework!: number;

  @Column({ type: "tinyint", name: "is_returned" })
  isReturned!: number;

  @Column({ type: "bigint", name: "opened_at" })
  openedAt!: number;

  @Column({ type: "bigint", name: "ended_at", nullable: true })
  endedAt!: number | null;

  /** DONE or WITHDRAWN. */
  @Column({ type: "varchar", length: 20, nullable: true })
  ending!: string | null;

  /** Who finished it. */
  @Column({ type: "bigint", name: "person_id", nullable: true })
  personId!: number | null;

  @Column({ type: "bigint", name: "due_at", nullable: true })
  dueAt!: number | null;

  @Column({ type: "bigint" })
  queue!: number;

  @Column({ type: "bigint" })
  work!: number;

  @Column({ type: "bigint" })
  elsewhere!: number;

  @Column({ type: "bigint" })
  held!: number;

  /** Lanes whose work opened it, each between tabs. */
  @Column({ type: "longtext", nullable: true })
  givers!: string | null;
}
