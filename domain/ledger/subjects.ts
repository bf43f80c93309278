import type { PersonRef } from "../engine/case-state.js";
import type { LaneKey, NodeKey } from "../sop/graph.js";
import type { Subject } from "./tally.js";

/** Stands in no key. */
const separator = "\t";

/** What a number of a tally is about. */
export type SubjectParts =
  | { readonly type: "CASE" }
  | { readonly type: "STEP"; readonly lane: LaneKey; readonly node: NodeKey }
  | { readonly type: "HAND_OVER"; readonly from: LaneKey; readonly to: LaneKey }
  | { readonly type: "PERSON"; readonly lane: LaneKey; readonly person: PersonRef };

export const caseSubject: Subject = "C";

export const stepSubject = (lane: LaneKey, node: NodeKey): Subject =>
  ["S", lane, node].join(separator);

export const handOverSubject = (from: LaneKey, to: LaneKey): Subject =>
  ["H", from, to].join(separator);

export const personSubject = (lane: LaneKey, person: PersonRef): Subject =>
  ["P", lane, person].join(separator);

/** Reads what one of the above wrote. */
export function subjectParts(subject: Subject): SubjectParts {
  const [type, one = "", other = ""] = subject.split(separator);
  if (type === "S") return { type: "STEP", lane: one, node: other };
  if (type === "H") return { type: "HAND_OVER", from: one, to: other };
  if (type === "P") return { type: "PERSON", lane: one, person: Number(other) };
  return { type: "CASE" };
}
