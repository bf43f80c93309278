import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Instance } from "./instance.js";

/** An uploaded file: how far it has come, what it is, and what it was attached to. */
@Entity("stored_file")
@Unique("uq_stored_file_key", ["storeKey"])
@Index("ix_stored_file_instance", ["instanceId", "id"])
@Index("ix_stored_file_state", ["state", "expiresAt"])
@Index("ix_stored_file_owner", ["owner", "state"])
export class StoredFile {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** Random; names the object in the file store. */
  @Column({ type: "varchar", length: 64, name: "store_key" })
  storeKey!: string;

  /** Whoever uploads it: `person:7` or `token:3`. */
  @Column({ type: "varchar", length: 80 })
  owner!: string;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  /** In bytes, as it was announced; once all is here, what it has. */
  @Column({ type: "bigint" })
  size!: number;

  @Column({ type: "bigint" })
  received!: number;

  /** Names of the pieces that are here, in order, as JSON; none once they were put together. */
  @Column({ type: "longtext" })
  parts!: string;

  @Column({ type: "varchar", length: 20 })
  state!: "UPLOADING" | "SCANNING" | "READY" | "REFUSED" | "ATTACHED" | "REMOVING";

  /** Code of the refusal, or of what the check waits for. */
  @Column({ type: "varchar", length: 40, nullable: true })
  problem!: string | null;

  @Column({ type: "varchar", length: 100, name: "media_type", nullable: true })
  mediaType!: string | null;

  /** In hex. */
  @Column({ type: "varchar", length: 64, nullable: true })
  sha256!: string | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  /** When it is removed unless it is attached. */
  @Column({ type: "bigint", name: "expires_at" })
  expiresAt!: number;

  /** Until when a server puts it together or has it scanned, or waits before it tries again. */
  @Column({ type: "bigint", name: "lease_until" })
  leaseUntil!: number;

  /** How often the scanner could not say anything. */
  @Column({ type: "int" })
  attempt!: number;

  @ForeignKey(() => Instance, { name: "fk_stored_file_instance" })
  @Column({ type: "bigint", name: "instance_id", nullable: true })
  instanceId!: number | null;

  /** Number of the task whose completion attached it; `null` where a comment did. */
  @Column({ type: "int", name: "task_no", nullable: true })
  taskNo!: number | null;

  @Column({ type: "varchar", length: 20, nullable: true })
  purpose!: "OUTPUT" | "REQUIREMENT" | "COMMENT" | null;

  /** Key of the output or text of the requirement. */
  @Column({ type: "longtext", name: "purpose_text", nullable: true })
  purposeText!: string | null;

  @Column({ type: "bigint", name: "attached_at", nullable: true })
  attachedAt!: number | null;
}
