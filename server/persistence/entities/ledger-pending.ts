import { Entity, PrimaryColumn } from "typeorm";

/** A log entry that reports do not have in their sums yet. */
@Entity("ledger_pending")
export class LedgerPending {
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  @PrimaryColumn({ type: "int" })
  seq!: number;
}
