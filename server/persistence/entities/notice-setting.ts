import { Column, Entity, PrimaryColumn } from "typeorm";

/** How somebody wants to be told; whoever has no row is told as is usual. */
@Entity("notice_setting")
export class NoticeSetting {
  @PrimaryColumn({ type: "bigint", name: "person_id" })
  personId!: number;

  @Column({ type: "varchar", length: 10, name: "mail_mode" })
  mailMode!: "EACH" | "DAILY" | "OFF";

  /** As JSON, by kind, `{inApp?, mail?}`: what is not as usual. */
  @Column({ type: "longtext" })
  switched!: string;

  /** What is not younger counts as read. */
  @Column({ type: "bigint", name: "read_until" })
  readUntil!: number;

  /** Up to when the last daily digest went; 0: there was none. */
  @Column({ type: "bigint", name: "digested_at" })
  digestedAt!: number;
}
