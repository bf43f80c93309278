import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from "typeorm";
import { Person } from "./person.js";

/** A way of looking at the worklist that somebody keeps under a name. */
@Entity("saved_view")
@Unique("uq_saved_view_name", ["personId", "name"])
export class SavedView {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @ForeignKey(() => Person, { name: "fk_saved_view_person" })
  @Column({ type: "bigint", name: "person_id" })
  personId!: number;

  @Column({ type: "varchar", length: 80 })
  name!: string;

  /** Scope and filter, as JSON. */
  @Column({ type: "longtext" })
  definition!: string;

  @Column({ type: "bigint", name: "created_at" })
  createdAt!: number;

  @Column({ type: "bigint", name: "updated_at" })
  updatedAt!: number;
}
