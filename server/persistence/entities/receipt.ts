import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";
import { Instance } from "./instance.js";

/** What whoever has no account follows a case with. */
@Entity("receipt")
@Unique("uq_receipt_number", ["number"])
export class Receipt {
  @ForeignKey(() => Instance, { name: "fk_receipt_instance" })
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  /** Eight letters and digits, without the dash that it is printed with. */
  @Column({ type: "varchar", length: 8 })
  number!: string;

  /** SHA-256 in hex; the secret itself is nowhere. */
  @Column({ type: "varchar", length: 64, name: "secret_hash" })
  secretHash!: string;

  /** 1, and one more with each secret that replaced the last one; changed conditionally on it. */
  @Column({ type: "int" })
  issue!: number;

  @Column({ type: "bigint", name: "issued_at" })
  issuedAt!: number;
}
