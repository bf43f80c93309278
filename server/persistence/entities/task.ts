import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Instance } from "./instance.js";
import { Person } from "./person.js";
import { Position } from "./position.js";

/** A task of a case; `no` is the engine's number of it within the case. */
@Entity("task")
@Unique("uq_task_no", ["instanceId", "no"])
@Index("ix_task_done", ["assigneeId", "status", "closedAt", "id"])
// Partial on SQLite, led by the column on MariaDB: the migration alone knows how.
@Index("ix_task_lane_open", { synchronize: false })
@Index("ix_task_due_open", { synchronize: false })
@Index("ix_task_instance_open", { synchronize: false })
@Index("ix_task_requester_open", { synchronize: false })
@Index("ix_task_assignee_open", { synchronize: false })
@Index("ix_task_attention", { synchronize: false })
export class Task {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Instance, { name: "fk_task_instance" })
  @Column({ type: "bigint", name: "instance_id" })
  instanceId!: number;

  @Column({ type: "int" })
  no!: number;

  @Column({ type: "int" })
  visit!: number;

  @Column({ type: "varchar", length: 100, name: "node_key" })
  nodeKey!: string;

  @Column({ type: "varchar", length: 100, name: "lane_key" })
  laneKey!: string;

  @Column({ type: "longtext", nullable: true })
  label!: string | null;

  /** Null: in the requester's lane. */
  @ForeignKey(() => Position, { name: "fk_task_position" })
  @Column({ type: "bigint", name: "position_id", nullable: true })
  positionId!: number | null;

  /** Set in the requester's lane when the requester has an account. */
  @ForeignKey(() => Person, { name: "fk_task_requester" })
  @Column({ type: "bigint", name: "requester_id", nullable: true })
  requesterId!: number | null;

  @Column({ type: "varchar", length: 20 })
  status!: "OPEN" | "CLAIMED" | "DONE" | "WITHDRAWN";

  /** 1 while OPEN or CLAIMED, else 0: what the worklist indexes stand on. */
  @Column({ type: "tinyint", name: "is_open" })
  isOpen!: 0 | 1;

  @ForeignKey(() => Person, { name: "fk_task_assignee" })
  @Column({ type: "bigint", name: "assignee_id", nullable: true })
  assigneeId!: number | null;

  @Column({ type: "bigint", name: "opened_at" })
  openedAt!: number;

  @Column({ type: "bigint", name: "claimed_at", nullable: true })
  claimedAt!: number | null;

  @Column({ type: "bigint", name: "closed_at", nullable: true })
  closedAt!: number | null;

  @ForeignKey(() => Person, { name: "fk_task_closed_by" })
  @Column({ type: "bigint", name: "closed_by", nullable: true })
  closedBy!: number | null;

  @Column({ type: "bigint", name: "due_at", nullable: true })
  dueAt!: number | null;

  /** `due_at`, or 9007199254740991 where there is none: worklists order by it. */
  @Column({ type: "bigint", name: "due_sort" })
  dueSort!: number;

  /** When it is next looked at for a reminder; 0: as soon as may be; 9007199254740991: never. */
  @Column({ type: "bigint", name: "attention_at", default: "0" })
  attentionAt!: number;

  /** The last stage of its deadline that was told: 0 none, 1 near, 2 reached, 3 passed. */
  @Column({ type: "int", default: "0" })
  reminded!: number;

  @Column({ type: "varchar", length: 100, nullable: true })
  outcome!: string | null;

  /** The outputs that were handed in, as JSON. */
  @Column({ type: "longtext", nullable: true })
  given!: string | null;

  @Column({ type: "longtext", nullable: true })
  comment!: string | null;
}
