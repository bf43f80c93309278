import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Office } from "./office.js";

/** Somebody with an account. */
@Entity("person")
@Unique("uq_person_username", ["username"])
@Index("ix_person_office", ["officeId"])
export class Person {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Office, { name: "fk_person_office" })
  @Column({ type: "bigint", name: "office_id" })
  officeId!: number;

  /** Lower case, so that it is unique whatever the case. */
  @Column({ type: "varchar", length: 100 })
  username!: string;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  @Column({ type: "varchar", length: 40, nullable: true })
  nip!: string | null;

  @Column({ type: "varchar", length: 254, nullable: true })
  email!: string | null;

  @Column({ type: "varchar", length: 10 })
  locale!: string;

  /** Argon2id; null: cannot sign in with a password. */
  @Column({ type: "varchar", length: 255, name: "password_hash", nullable: true })
  passwordHash!: string | null;

  @Column({ type: "tinyint", name: "must_change_password" })
  mustChangePassword!: 0 | 1;

  @Column({ type: "bigint", name: "disabled_at", nullable: true })
  disabledAt!: number | null;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  /** Counted up by each change by an admin; null: none yet. */
  @Column({ type: "int", nullable: true })
  revision!: number | null;
}
