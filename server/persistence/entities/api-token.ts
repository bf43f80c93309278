import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Office } from "./office.js";
import { Person } from "./person.js";

/** What another program signs in with. */
@Entity("api_token")
@Unique("uq_api_token_token", ["tokenHash"])
@Index("ix_api_token_office", ["officeId"])
export class ApiToken {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  /** SHA-256 in hex; the token itself is nowhere. */
  @Column({ type: "varchar", length: 64, name: "token_hash" })
  tokenHash!: string;

  @ForeignKey(() => Office, { name: "fk_api_token_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  /** Separated by a blank. */
  @Column({ type: "varchar", length: 400 })
  scopes!: string;

  @ForeignKey(() => Person, { name: "fk_api_token_created_by" })
  @Column({ type: "bigint", name: "created_by", nullable: true })
  createdBy!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @Column({ type: "bigint", name: "revoked_at", nullable: true })
  revokedAt!: number | null;

  @Column({ type: "bigint", name: "last_used_at", nullable: true })
  lastUsedAt!: number | null;
}
