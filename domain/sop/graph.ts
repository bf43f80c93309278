/**
 * The graph of an SOP version: the form as data.
 *
 * The grid is the model. Lanes are columns in the order of `lanes`; nodes are rows in the order of
 * `nodes`. Nobody stores coordinates: row numbers, routes and page breaks are derived by `layout`.
 */

import type { NodeKind } from "../kinds/node-kinds.js";

/** Stable for the life of the SOP; it survives revision, so that reports can follow a lane. */
export type LaneKey = string;
/** Stable for the life of the SOP; it survives revision. */
export type NodeKey = string;
/** Stable for the life of the SOP; on a decision it is also the key of the outcome. */
export type EdgeKey = string;
export type OutputKey = string;

export type { NodeKind };

/** Who works a lane: the holders of a position (by its code), or the requester of the case. */
export type LaneBinding =
  | { readonly type: "POSITION"; readonly position: string }
  | { readonly type: "REQUESTER" };

export interface Lane {
  readonly key: LaneKey;
  readonly name: string;
  /** `null` is a problem before enactment, never a crash. */
  readonly binding: LaneBinding | null;
}

/** One box of a node: the lane it stands in and, on a joint step, what this lane's part is. */
export interface Part {
  readonly lane: LaneKey;
  readonly label: string | null;
}

export type TimeUnit = "MINUTE" | "HOUR" | "WORKING_DAY" | "CALENDAR_DAY";

/** A standard time as it was written; only a working calendar converts it. */
export interface StandardTime {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** A paper that must be there: linked to an output of this version, or brought and ticked. */
export interface Requirement {
  readonly text: string;
  /** The output that satisfies it; drawn by the admin, never guessed from the name. */
  readonly output: OutputKey | null;
}

/** A named document of the version. */
export interface Output {
  readonly key: OutputKey;
  readonly name: string;
}

/** What a connector runs: an SOP by its id in this installation. */
export interface Call {
  readonly sop: string;
  /** Whether the case waits until the called one is complete. */
  readonly waits: boolean;
}

/** On a joint step: every lane must finish, or the first to finish withdraws the others. */
export type JointMode = "ALL" | "ANY";

export interface GraphNode {
  readonly key: NodeKey;
  readonly kind: NodeKind;
  /** The kegiatan column; empty on bars. */
  readonly text: string;
  /** Empty on bars, several only on a joint activity, exactly one on everything else. */
  readonly parts: readonly Part[];
  readonly mode: JointMode;
  /** On a start or end: a numbered step with work in it. Ignored on other kinds. */
  readonly work: boolean;
  readonly requirements: readonly Requirement[];
  readonly standardTime: StandardTime | null;
  readonly outputs: readonly OutputKey[];
  readonly remarks: string | null;
  readonly call: Call | null;
}

export interface Edge {
  readonly key: EdgeKey;
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** The printed name of the branch (Ya, Tidak, …) out of a decision; `null` elsewhere. */
  readonly outcome: string | null;
}

export interface Graph {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
  readonly outputs: readonly Output[];
}

export const emptyGraph: Graph = { lanes: [], nodes: [], edges: [], outputs: [] };
