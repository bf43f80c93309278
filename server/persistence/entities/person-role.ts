import { Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { Person } from "./person.js";

/** A role of a person, in the person's office. */
@Entity("person_role")
export class PersonRole {
  @ForeignKey(() => Person, { name: "fk_person_role_person" })
  @PrimaryColumn({ type: "bigint", name: "person_id" })
  personId!: number;

  @PrimaryColumn({ type: "varchar", length: 40 })
  role!: string;
}
