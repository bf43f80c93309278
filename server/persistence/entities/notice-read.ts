import { Entity, Index, PrimaryColumn } from "typeorm";

/** That somebody has read a notice. */
@Entity("notice_read")
@Index("ix_notice_read_notice", ["noticeId"])
export class NoticeRead {
  @PrimaryColumn({ type: "bigint", name: "person_id" })
  personId!: number;

  @PrimaryColumn({ type: "bigint", name: "notice_id" })
  noticeId!: number;
}
