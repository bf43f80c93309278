import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** What a keyed mutation answered, for 30 days. */
@Entity("idempotency")
@Index("ix_idempotency_created", ["createdAt"])
export class Idempotency {
  /** `person:7` or `token:3`. */
  @PrimaryColumn({ type: "varchar", length: 80 })
  actor!: string;

  @PrimaryColumn({ type: "varchar", length: 60 })
  mutation!: string;

  @PrimaryColumn({ type: "varchar", length: 200, name: "idem_key" })
  idemKey!: string;

  @Column({ type: "varchar", length: 64, name: "body_hash" })
  bodyHash!: string;

  /** Object ids as JSON. */
  @Column({ type: "longtext" })
  result!: string;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;
}
