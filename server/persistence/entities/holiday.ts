import { Column, Entity, PrimaryGeneratedColumn, Unique } from "typeorm";

/** A national holiday or a joint leave. */
@Entity("holiday")
@Unique("uq_holiday_day", ["onDate", "kind", "name"])
export class Holiday {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  /** `YYYY-MM-DD` where the office is. */
  @Column({ type: "varchar", length: 10, name: "on_date" })
  onDate!: string;

  @Column({ type: "varchar", length: 20 })
  kind!: "HOLIDAY" | "JOINT_LEAVE";

  @Column({ type: "varchar", length: 200 })
  name!: string;

  /** The decree it rests on. */
  @Column({ type: "varchar", length: 500 })
  basis!: string;
}
