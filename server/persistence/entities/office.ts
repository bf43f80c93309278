import { Column, Entity, PrimaryGeneratedColumn, Unique } from "typeorm";

/** An office (perangkat daerah). */
@Entity("office")
@Unique("uq_office_code", ["code"])
export class Office {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Column({ type: "varchar", length: 100 })
  code!: string;

  @Column({ type: "varchar", length: 200 })
  name!: string;

  @Column({ type: "varchar", length: 200, nullable: true })
  government!: string | null;

  /** IANA name, as `Asia/Jakarta`. */
  @Column({ type: "varchar", length: 60, name: "time_zone" })
  timeZone!: string;

  /** FormColumns as JSON, for its new SOPs; null: the standard ones. */
  @Column({ type: "longtext", name: "form_columns", nullable: true })
  formColumns!: string | null;

  /** What a linked requirement that nobody has given does to a completion; null: BLOCK. */
  @Column({ type: "varchar", length: 20, name: "missing_requirements", nullable: true })
  missingRequirements!: "BLOCK" | "WARN" | null;

  /** ReminderRules as JSON; null: the usual ones. */
  @Column({ type: "longtext", nullable: true })
  reminders!: string | null;

  /** RuleLevels as JSON, only those that differ from the rules' own; null: none does. */
  @Column({ type: "longtext", name: "rule_levels", nullable: true })
  ruleLevels!: string | null;

  /** Counted up by each change by an admin; null: none yet. */
  @Column({ type: "int", nullable: true })
  revision!: number | null;
}
