import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That something which is found by looking, and not by doing, was told already. */
@Entity("notice_once")
@Index("ix_notice_once_at", ["at"])
export class NoticeOnce {
  @PrimaryColumn({ type: "varchar", length: 150 })
  name!: string;

  @Column({ type: "bigint" })
  at!: number;
}
