import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Person } from "./person.js";
import { SopVersion } from "./sop-version.js";

/** What was done to a version besides editing it: created, submitted, sent back, enacted, … */
@Entity("version_action")
export class VersionAction {
  @ForeignKey(() => SopVersion, { name: "fk_version_action_version" })
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  /** 1, 2, 3 … within the version. */
  @PrimaryColumn({ type: "int" })
  no!: number;

  @Column({ type: "varchar", length: 20 })
  kind!: string;

  /** The version's revision at that moment. */
  @Column({ type: "int" })
  revision!: number;

  @Column({ type: "bigint" })
  at!: number;

  @ForeignKey(() => Person, { name: "fk_version_action_person" })
  @Column({ type: "bigint", name: "person_id", nullable: true })
  personId!: number | null;

  /** The reason, or what was said with it. */
  @Column({ type: "longtext", nullable: true })
  message!: string | null;

  /** The version that it began as a copy of; it may be gone since. */
  @Column({ type: "bigint", name: "source_version_id", nullable: true })
  sourceVersionId!: number | null;

  /** Of an enactment. */
  @Column({ type: "bigint", name: "in_force_from", nullable: true })
  inForceFrom!: number | null;
}
