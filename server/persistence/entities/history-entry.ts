import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { Instance } from "./instance.js";

/** What happened to a case, append only; `hash` chains each entry to the one before. */
@Entity("history_entry")
@Index("ix_history_entry_at", ["at"])
export class HistoryEntry {
  @ForeignKey(() => Instance, { name: "fk_history_entry_instance" })
  @PrimaryColumn({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  @PrimaryColumn({ type: "int" })
  seq!: number;

  @Column({ type: "bigint" })
  at!: number;

  @Column({ type: "varchar", length: 20, name: "actor_type" })
  actorType!: "PERSON" | "TOKEN" | "SYSTEM";

  /** A person's or a token's key, by `actor_type`. */
  @Column({ type: "bigint", name: "actor_id", nullable: true })
  actorId!: number | null;

  @Column({ type: "varchar", length: 200, name: "actor_name" })
  actorName!: string;

  @Column({ type: "varchar", length: 60 })
  command!: string;

  @Column({ type: "longtext" })
  events!: string;

  @Column({ type: "varchar", length: 64 })
  hash!: string;
}
