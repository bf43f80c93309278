import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { SopVersion } from "./sop-version.js";

/** What the catalogue of requesters must know of an enacted version before it reads its document. */
@Entity("catalogue_entry")
export class CatalogueEntry {
  @ForeignKey(() => SopVersion, { name: "fk_catalogue_entry_version" })
  @PrimaryColumn({ type: "bigint", name: "version_id" })
  versionId!: number;

  /** 1 where its start stands in the requester's lane. */
  @Column({ type: "tinyint", name: "opens_to_requester" })
  opensToRequester!: number;

  /** What it is found by, in small letters. */
  @Column({ type: "longtext" })
  words!: string;
}
