/** What a review note hangs on. `key` is a field name, lane key, node key or edge key. */
export interface NoteTarget {
  readonly type: "FIELD" | "LANE" | "NODE" | "EDGE";
  readonly key: string;
  /** Which field of a lane, node or edge is meant ("parts", "standardTime", …); `null`: all of it. */
  readonly field: string | null;
}

export interface ReviewNote {
  readonly target: NoteTarget;
  readonly text: string;
}
