import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** Something happened to a case that reports may not have in their sums yet. */
@Entity("ledger_pending")
export class LedgerPending {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Column({ type: "bigint", name: "instance_id" })
  instanceId!: number;
}
