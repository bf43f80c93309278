import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from "typeorm";

/** A message to somebody outside of the database. Times are epoch milliseconds. */
@Entity("outbox")
@Unique("uq_outbox_message", ["messageId"])
// Partial on SQLite, led by the column on MariaDB: the migration alone knows how.
@Index("ix_outbox_due", { synchronize: false })
@Index("ix_outbox_key", { synchronize: false })
@Index("ix_outbox_ended", ["endedAt"])
export class Outbox {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** The same at every attempt, so that the receiver can drop what comes twice. */
  @Column({ type: "varchar", length: 36, name: "message_id" })
  messageId!: string;

  @Column({ type: "varchar", length: 40 })
  channel!: string;

  /** What it is limited, and where the channel asks for it ordered, by. */
  @Column({ type: "varchar", length: 200, name: "message_key" })
  messageKey!: string;

  /** Its place among those of its key; by `id` where two are the same. */
  @Column({ type: "bigint" })
  ordinal!: number;

  /** JSON. */
  @Column({ type: "longtext" })
  payload!: string;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  /** Not to be tried before, by the servers' clocks. */
  @Column({ type: "bigint", name: "due_at" })
  dueAt!: number;

  /** Not to be tried after. */
  @Column({ type: "bigint", name: "give_up_at" })
  giveUpAt!: number;

  /** 0 once it was delivered or given up. */
  @Column({ type: "tinyint", name: "is_waiting" })
  isWaiting!: number;

  /** The server that works it, until `until` by the database's clock. */
  @Column({ type: "varchar", length: 40, nullable: true })
  owner!: string | null;

  @Column({ type: "bigint" })
  until!: number;

  /** How often it was leased. */
  @Column({ type: "int" })
  attempt!: number;

  /** How many attempts did not end in success, one that is under way among them. */
  @Column({ type: "int" })
  failures!: number;

  @Column({ type: "varchar", length: 500, name: "last_error", nullable: true })
  lastError!: string | null;

  /** DELIVERED or GIVEN_UP. */
  @Column({ type: "varchar", length: 20, nullable: true })
  outcome!: string | null;

  @Column({ type: "bigint", name: "ended_at", nullable: true })
  endedAt!: number | null;
}
