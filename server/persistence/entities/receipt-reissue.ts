import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Instance } from "./instance.js";

/** That a case was given another secret, and by whom. Nothing of it is ever changed. */
@Entity("receipt_reissue")
export class ReceiptReissue {
  @ForeignKey(() => Instance, { name: "fk_receipt_reissue_instance" })
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  /** Which of the receipt's secrets it was. */
  @PrimaryColumn({ type: "int" })
  issue!: number;

  @Column({ type: "bigint" })
  at!: number;

  @Column({ type: "varchar", length: 20, name: "actor_type" })
  actorType!: string;

  @Column({ type: "bigint", name: "actor_id", nullable: true })
  actorId!: number | null;

  /** As they were called then. */
  @Column({ type: "varchar", length: 200, name: "actor_name" })
  actorName!: string;
}
