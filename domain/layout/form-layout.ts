import type { SymbolShape } from "../kinds/kind-definition.js";
import type { EdgeKey, LaneKey, NodeKey } from "../sop/graph.js";

/**
 * The geometry of the official form. One coordinate system: px at zoom 1, origin at the top left of
 * the form, y downwards. Everything is plain data, so the canvas, the SVG and the PDF share it.
 */
export interface FormLayout {
  /** px; the header included. */
  readonly width: number;
  /** px; the header included. */
  readonly height: number;
  readonly header: FormHeader;
  /** From left to right: number, activity, one per lane, then the right columns of the set-up. */
  readonly columns: readonly FormColumn[];
  /** One per node that stands in a row, in the order of `graph.nodes`. */
  readonly rows: readonly FormRow[];
  readonly symbols: readonly FormSymbol[];
  /** The lines that join the boxes of one joint step. */
  readonly joints: readonly FormJoint[];
  /** One per edge that can be drawn; an edge with a missing end has none. */
  readonly paths: readonly FormPath[];
}

/** The form cut into pages, for paper. */
export interface PagedForm extends FormLayout {
  readonly pages: readonly FormPage[];
  /** Factor (at most 1) that makes the form's width fit the page; the pages are cut for it. */
  readonly pageScale: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type ColumnRole =
  | "number"
  | "activity"
  | "lane"
  | "requirements"
  | "time"
  | "output"
  | "remarks";

export interface FormColumn {
  readonly role: ColumnRole;
  /** The lane of a lane column, else `null`. */
  readonly lane: LaneKey | null;
  /** The heading as printed. */
  readonly title: string;
  /** The heading, broken to the column's width. */
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
}

/** A heading that lies over several columns: Pelaksana, Mutu Baku. A role may occur twice. */
export interface HeaderGroup {
  readonly role: "lanes" | "standard";
  readonly title: string;
  readonly x: number;
  readonly width: number;
}

/** Two bands; columns that no group covers span both. */
export interface FormHeader {
  readonly height: number;
  readonly groupHeight: number;
  readonly groups: readonly HeaderGroup[];
}

/** The text of one cell, broken to its column's width; it begins at the cell's upper end. */
export interface FormCell {
  readonly role: "activity" | "requirements" | "time" | "output" | "remarks";
  /** As it was written; a list has a line for each of its entries. */
  readonly text: string;
  readonly lines: readonly string[];
}

export interface FormRow {
  readonly node: NodeKey;
  /** The printed step number; `null` on a start or end without work. */
  readonly number: number | null;
  readonly y: number;
  readonly height: number;
  /** The activity, then one per right column, in the columns' order. */
  readonly cells: readonly FormCell[];
}

/** One box of a node in one lane, or one bar (`lane: null`). x and y are its top left corner. */
export interface FormSymbol extends Box {
  readonly node: NodeKey;
  readonly lane: LaneKey | null;
  readonly shape: SymbolShape;
  /** What this lane's part of a joint step is. */
  readonly label: string | null;
  /** The label, broken to the symbol's width. */
  readonly lines: readonly string[];
}

export interface FormJoint {
  readonly node: NodeKey;
  readonly from: Point;
  readonly to: Point;
}

/** An outcome, beside its symbol. x and y are the top left corner of the text's box. */
export interface PathLabel extends Box {
  readonly text: string;
  readonly lines: readonly string[];
  /** The side of the box at which the lines are aligned. */
  readonly anchor: "start" | "end";
}

export interface FormPath {
  readonly edge: EdgeKey;
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** Orthogonal; the arrow head is at the last point. */
  readonly points: readonly Point[];
  readonly label: PathLabel | null;
  /** Whether it runs to the same or an earlier row. */
  readonly loop: boolean;
}

/** Where an edge leaves or enters a page: a lettered pentagon on both sides of the break. */
export interface PageLink {
  readonly edge: EdgeKey;
  /** A, B, … Z, AA, …: the same on both pages. */
  readonly letter: string;
  /** Where the path cuts the page's upper or lower end. */
  readonly x: number;
  readonly at: "top" | "bottom";
  /** Whether the arrow runs out of this page or into it. */
  readonly direction: "out" | "in";
  /**
   * The pentagon, its tip downwards, in the form's own coordinates: in the `above` px over the
   * page's first row or the `below` px under its last one. Pentagons of a page never overlap.
   */
  readonly box: Box;
  /** The line from the cut to the pentagon; orthogonal. Leads of a page never cross. */
  readonly lead: readonly Point[];
}

/**
 * What stands on one page: whole rows, or a part of one row that is higher than a page. `y` and
 * `height` are those of the rows, without the repeated header and without `above` and `below`.
 */
export interface FormPage {
  readonly firstRow: number;
  /** Exclusive. */
  readonly endRow: number;
  readonly y: number;
  readonly height: number;
  /** Whether the first row began on the page before: its texts go on here. */
  readonly resumes: boolean;
  /** Whether the last row goes on on the next page. A break never cuts a line of text. */
  readonly continues: boolean;
  /** px over the first row and under the last one that the pentagons take. */
  readonly above: number;
  readonly below: number;
  readonly links: readonly PageLink[];
}
