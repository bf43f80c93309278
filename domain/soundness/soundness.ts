import type { EdgeKey, NodeKey } from "../sop/graph.js";

/** One step that is done: a task, all tasks of a joint step, or a connector's case. */
export interface RunStep {
  readonly node: NodeKey;
  /** The outcome that was chosen, on a decision; `null` on everything else. */
  readonly outcome: EdgeKey | null;
}

/** What is done one after another from the start of a case on; what passes by itself is not in it. */
export type Run = readonly RunStep[];

/**
 * What a sound SOP keeps (DESIGN §5):
 * - OPTION_TO_COMPLETE: an end can be reached from wherever a case may come to;
 * - PROPER_COMPLETION: an end is never reached while anything else goes on;
 * - ONE_TOKEN: never two tokens on one arrow, nor two open visits of one node;
 * - NO_DEAD_STEP: no node and no outcome that no case ever comes to.
 */
export type SoundnessProperty =
  | "OPTION_TO_COMPLETE"
  | "PROPER_COMPLETION"
  | "ONE_TOKEN"
  | "NO_DEAD_STEP";

/** A property that is broken, and where. */
export interface Violation {
  readonly property: SoundnessProperty;
  /**
   * OPTION_TO_COMPLETE: the join that waits in vain, or the nodes between which the case goes round
   * for ever. PROPER_COMPLETION: what is still open when the end is reached, joins that wait among
   * it. ONE_TOKEN: the nodes that are opened twice, or the join before which two tokens meet.
   * NO_DEAD_STEP: the steps that no case comes to, and all nodes to which no arrows lead.
   */
  readonly nodeKeys: readonly NodeKey[];
  /**
   * OPTION_TO_COMPLETE: the arrows on which the join waits in vain. PROPER_COMPLETION: the arrows on
   * which tokens are left. ONE_TOKEN: the arrows with two tokens. NO_DEAD_STEP: outcomes that no
   * case takes, of decisions that cases come to.
   */
  readonly edgeKeys: readonly EdgeKey[];
  /**
   * The shortest run after which it shows (in drawings with very many states a short one); `null`
   * only for NO_DEAD_STEP, which shows in no single run. For OPTION_TO_COMPLETE the case is then
   * stuck, or can only go round. Where two properties break at once, PROPER_COMPLETION is told
   * before ONE_TOKEN.
   */
  readonly run: Run | null;
}

export type Soundness =
  | { readonly verdict: "SOUND" }
  | { readonly verdict: "UNSOUND"; readonly violations: readonly Violation[] }
  | {
      readonly verdict: "INCONCLUSIVE";
      /**
       * NOT_WELL_FORMED: the drawing breaks a rule without which nothing can be said (one start, an
       * end, as many arrows as each symbol needs, work in every cycle). TOO_LARGE: more states than
       * are looked at, and no other method told.
       */
      readonly reason: "NOT_WELL_FORMED" | "TOO_LARGE";
    };
