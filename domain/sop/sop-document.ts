import type { FormColumns } from "./form-columns.js";
import type { Graph } from "./graph.js";

/** A printed date that may be known to the year or the month only ("Juni 2020" is `2020-06`). */
export interface PartialDate {
  /** As printed on the form, "-" included; `null` where nothing is printed. */
  readonly text: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` where the text is no date. */
  readonly iso: string | null;
}

/** One line of a list on the first page; `group` is its sub-heading, where the form has them. */
export interface ListItem {
  readonly text: string;
  readonly group: string | null;
}

/** `null`: missing on the form. An empty list: the form says that there is nothing ("-"). */
export type FormList = readonly ListItem[] | null;

export interface EnactingOfficial {
  readonly position: string | null;
  readonly name: string | null;
  readonly rank: string | null;
  readonly nip: string | null;
  /** The printed statement of an electronic signature. */
  readonly signature: string | null;
}

/** The identity fields of Permenpan RB 35/2012. Any may be missing: real SOPs have lost cells. */
export interface Identity {
  readonly government: string | null;
  readonly office: string | null;
  readonly unit: string | null;
  readonly address: string | null;
  readonly title: string | null;
  /** Heading of the procedure where one number covers several ("A. Pinjam ruang smart center"). */
  readonly procedure: string | null;
  readonly createdOn: PartialDate | null;
  readonly revisedOn: PartialDate | null;
  readonly effectiveOn: PartialDate | null;
  readonly enactedBy: EnactingOfficial;
}

export interface FormLists {
  /** Dasar hukum. */
  readonly legalBasis: FormList;
  /** Kualifikasi pelaksana. */
  readonly qualifications: FormList;
  /** Keterkaitan. */
  readonly relatedSops: FormList;
  /** Peralatan/perlengkapan. */
  readonly equipment: FormList;
  /** Peringatan. */
  readonly warnings: FormList;
  /** Pencatatan dan pendataan. */
  readonly records: FormList;
}

/** Everything that one version of an SOP says. */
export interface SopDocument {
  readonly identity: Identity;
  readonly lists: FormLists;
  readonly graph: Graph;
  /** How the office arranges the form; absent: as in Permenpan RB 35/2012. */
  readonly columns?: FormColumns;
}
