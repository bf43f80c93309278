import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { Instance } from "./instance.js";

/** The visit of a connector whose case could not be started yet. */
@Entity("waiting_call")
@Index("ix_waiting_call_sop", ["sopId"])
export class WaitingCall {
  @ForeignKey(() => Instance, { name: "fk_waiting_call_instance" })
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  @PrimaryColumn({ type: "int" })
  visit!: number;

  @Column({ type: "bigint", name: "sop_id" })
  sopId!: number;

  /** Why it waits; what each means stands at the runtime's `WaitingReason`. */
  @Column({ type: "varchar", length: 20 })
  reason!: "NOT_IN_FORCE" | "TOO_DEEP";

  @Column({ type: "bigint" })
  since!: number;
}
