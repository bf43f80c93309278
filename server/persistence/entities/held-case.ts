import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Instance } from "./instance.js";

/** A case that is held now. */
@Entity("held_case")
export class HeldCase {
  @ForeignKey(() => Instance, { name: "fk_held_case_instance" })
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  /** When it was held, in epoch milliseconds. */
  @Column({ type: "bigint" })
  since!: number;

  /** 1: along with the case that waits for it, and resumed with that one only. */
  @Column({ type: "tinyint", name: "by_parent" })
  byParent!: 0 | 1;
}
