import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { WebhookEndpoint } from "./webhook-endpoint.js";

/** How it went to tell an endpoint of an event, as of the last attempt. Times are epoch milliseconds. */
@Entity("webhook_delivery")
@Unique("uq_webhook_delivery_message", ["messageId"])
@Index("ix_webhook_delivery_endpoint", ["endpointId", "createdAt", "id"])
@Index("ix_webhook_delivery_state", ["endpointId", "state", "createdAt", "id"])
@Index("ix_webhook_delivery_age", ["createdAt"])
export class WebhookDelivery {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** That of the outbox. */
  @Column({ type: "varchar", length: 36, name: "message_id" })
  messageId!: string;

  @ForeignKey(() => WebhookEndpoint, { name: "fk_webhook_delivery_endpoint" })
  @Column({ type: "bigint", name: "endpoint_id" })
  endpointId!: number;

  @Column({ type: "varchar", length: 40 })
  event!: string;

  @Column({ type: "bigint", name: "event_at" })
  eventAt!: number;

  /** What was sent, as JSON: kept so that it can be sent again. */
  @Column({ type: "longtext" })
  body!: string;

  /** WAITING, DELIVERED or FAILED. */
  @Column({ type: "varchar", length: 20 })
  state!: string;

  @Column({ type: "int" })
  attempts!: number;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @Column({ type: "bigint", name: "attempted_at" })
  attemptedAt!: number;

  /** When it is tried again; `null`: not. */
  @Column({ type: "bigint", name: "next_at", nullable: true })
  nextAt!: number | null;

  /** Of HTTP; `null` where there was no answer. */
  @Column({ type: "int", nullable: true })
  status!: number | null;

  /** In milliseconds. */
  @Column({ type: "int", nullable: true })
  duration!: number | null;

  /** Why it failed, in a word of its own. */
  @Column({ type: "varchar", length: 40, nullable: true })
  failure!: string | null;

  /** The first bytes of the answer, as text. */
  @Column({ type: "varchar", length: 1000, nullable: true })
  answer!: string | null;
}
