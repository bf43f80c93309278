import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from "typeorm";
import { Office } from "./office.js";
import { Person } from "./person.js";

/** Another system that is told what happens here. Times are epoch milliseconds. */
@Entity("webhook_endpoint")
export class WebhookEndpoint {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  @Column({ type: "varchar", length: 2000 })
  url!: string;

  /** Whose events it is told; `null`: every office's. */
  @ForeignKey(() => Office, { name: "fk_webhook_endpoint_office" })
  @Column({ type: "bigint", name: "office_id", nullable: true })
  officeId!: number | null;

  /** Names of events, separated by blanks. */
  @Column({ type: "varchar", length: 1000 })
  events!: string;

  /** ACTIVE, PAUSED by somebody, or FAILED: paused by the server. */
  @Column({ type: "varchar", length: 20 })
  state!: string;

  /** Kept as it is, since every message is signed with it. */
  @Column({ type: "varchar", length: 100 })
  secret!: string;

  /** The one before, which signs as well until `previousUntil`. */
  @Column({ type: "varchar", length: 100, name: "previous_secret", nullable: true })
  previousSecret!: string | null;

  @Column({ type: "bigint", name: "previous_until", nullable: true })
  previousUntil!: number | null;

  /** The first failure since the last success. */
  @Column({ type: "bigint", name: "failing_since", nullable: true })
  failingSince!: number | null;

  @Column({ type: "bigint", name: "last_success_at", nullable: true })
  lastSuccessAt!: number | null;

  /** It is told of what happens from then on: it was made, resumed, or its events changed. */
  @Column({ type: "bigint" })
  since!: number;

  @Column({ type: "bigint", name: "paused_at", nullable: true })
  pausedAt!: number | null;

  @Column({ type: "bigint", name: "deleted_at", nullable: true })
  deletedAt!: number | null;

  @ForeignKey(() => Person, { name: "fk_webhook_endpoint_author" })
  @Column({ type: "bigint", name: "created_by", nullable: true })
  createdBy!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;
}
