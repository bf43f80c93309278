import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";

/**
 * Something that a person, or whoever holds a position, is told of. Times are epoch milliseconds.
 * Nobody is named for a position: who holds it is asked when it is read.
 */
@Entity("notice")
// Partial on SQLite: the migration alone knows how.
@Index("ix_notice_person", { synchronize: false })
@Index("ix_notice_position", { synchronize: false })
@Index("ix_notice_mail", { synchronize: false })
export class Notice {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Column({ type: "bigint" })
  at!: number;

  /** A NoticeKind. */
  @Column({ type: "varchar", length: 40 })
  kind!: string;

  @Column({ type: "bigint", name: "person_id", nullable: true })
  personId!: number | null;

  @Column({ type: "bigint", name: "position_id", nullable: true })
  positionId!: number | null;

  /** A holder who is not told: mostly whoever did it. */
  @Column({ type: "bigint", name: "except_id", nullable: true })
  exceptId!: number | null;

  @Column({ type: "bigint", name: "instance_id", nullable: true })
  instanceId!: number | null;

  @Column({ type: "int", name: "task_no", nullable: true })
  taskNo!: number | null;

  @Column({ type: "bigint", name: "version_id", nullable: true })
  versionId!: number | null;

  /** NoticeDetails as JSON. */
  @Column({ type: "longtext", nullable: true })
  details!: string | null;

  /** 1 until it was settled who is written an e-mail of it. */
  @Column({ type: "tinyint" })
  mail!: 0 | 1;
}
