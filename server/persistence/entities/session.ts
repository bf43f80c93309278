import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Person } from "./person.js";

/** A signed-in browser or bearer. */
@Entity("session")
@Unique("uq_session_token", ["tokenHash"])
@Index("ix_session_person", ["personId"])
export class Session {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** SHA-256 in hex; the token itself is nowhere. */
  @Column({ type: "varchar", length: 64, name: "token_hash" })
  tokenHash!: string;

  @ForeignKey(() => Person, { name: "fk_session_person" })
  @Column({ type: "bigint", name: "person_id" })
  personId!: number;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @Column({ type: "bigint", name: "expires_at" })
  expiresAt!: number;

  @Column({ type: "bigint", name: "last_seen_at" })
  lastSeenAt!: number;

  @Column({ type: "bigint", name: "ended_at", nullable: true })
  endedAt!: number | null;
}
