import { Column, Entity, PrimaryColumn } from "typeorm";

/** The sum of all cases of a version in a local day or a month. Numbers by subject and measure, as JSON. */
@Entity("ledger_cell")
export class LedgerCell {
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  /** D or M. */
  @PrimaryColumn({ type: "varchar", length: 1 })
  grain!: string;

  /** The day, or the month, since 1970. */
  @PrimaryColumn({ type: "int" })
  start!: number;

  @Column({ type: "int" })
  revision!: number;

  /** What was counted. */
  @Column({ type: "longtext" })
  counts!: string;

  /** Sums and histograms of times, and hand-overs. */
  @Column({ type: "longtext" })
  times!: string;

  /** What is told of single people. */
  @Column({ type: "longtext" })
  people!: string;
}
