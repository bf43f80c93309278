import { Column, Entity, PrimaryColumn } from "typeorm";

/** How the sums of reports stand; there is one row. */
@Entity("ledger_state")
export class LedgerState {
  @PrimaryColumn({ type: "int" })
  no!: number;

  /** Whether they are being forgotten, to be made anew from the log. */
  @Column({ type: "tinyint", name: "is_clearing" })
  isClearing!: number;

  /** Meanwhile: up to this case all are queued to be added again. */
  @Column({ type: "bigint", name: "queued_to" })
  queuedTo!: number;

  /** Counted up by whoever changes the sums, so that they do it one after another. */
  @Column({ type: "int" })
  turn!: number;
}
