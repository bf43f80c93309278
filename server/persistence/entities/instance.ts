import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";
import { Office } from "./office.js";
import { Person } from "./person.js";
import { Sop } from "./sop.js";
import { SopVersion } from "./sop-version.js";

/** A case: one run of one version of an SOP. */
@Entity("instance")
@Index("ix_instance_office", ["officeId", "id"])
@Index("ix_instance_sop", ["sopId", "id"])
@Index("ix_instance_requester", ["requesterId", "id"])
@Index("ix_instance_parent", ["parentInstanceId"])
@Index("ix_instance_calendar", ["officeId", "calendarStamp"])
export class Instance {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Sop, { name: "fk_instance_sop" })
  @Column({ type: "bigint", name: "sop_id" })
  sopId!: number;

  @ForeignKey(() => SopVersion, { name: "fk_instance_version" })
  @Column({ type: "bigint", name: "version_id" })
  versionId!: number;

  @ForeignKey(() => Office, { name: "fk_instance_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  /** The seq of its last history entry; every change counts it up conditionally. */
  @Column({ type: "int" })
  version!: number;

  @Column({ type: "varchar", length: 20 })
  status!: "RUNNING" | "HELD" | "COMPLETED" | "CANCELLED";

  @Column({ type: "varchar", length: 500, nullable: true })
  title!: string | null;

  /** Null: the requester has no account. */
  @ForeignKey(() => Person, { name: "fk_instance_requester" })
  @Column({ type: "bigint", name: "requester_id", nullable: true })
  requesterId!: number | null;

  @Column({ type: "varchar", length: 200, name: "requester_name" })
  requesterName!: string;

  @ForeignKey(() => Person, { name: "fk_instance_started_by" })
  @Column({ type: "bigint", name: "started_by", nullable: true })
  startedBy!: number | null;

  @Column({ type: "bigint", name: "started_at" })
  startedAt!: number;

  @Column({ type: "bigint", name: "ended_at", nullable: true })
  endedAt!: number | null;

  @Column({ type: "bigint", name: "last_event_at" })
  lastEventAt!: number;

  /** The engine's state as JSON; equals the fold of the history. */
  @Column({ type: "longtext" })
  state!: string;

  /** The hash of the last history entry. */
  @Column({ type: "varchar", length: 64, name: "head_hash" })
  headHash!: string;

  @Column({ type: "longtext", name: "hold_reason", nullable: true })
  holdReason!: string | null;

  @ForeignKey(() => Instance, { name: "fk_instance_parent_instance" })
  @Column({ type: "bigint", name: "parent_instance_id", nullable: true })
  parentInstanceId!: number | null;

  @Column({ type: "int", name: "parent_visit", nullable: true })
  parentVisit!: number | null;

  /**
   * No open deadline of it was counted by an older calendar than this (`CalendarChange.seq`; 0: by
   * the first). Null: it has none, or has ended.
   */
  @Column({ type: "bigint", name: "calendar_stamp", nullable: true })
  calendarStamp!: number | null;
}
