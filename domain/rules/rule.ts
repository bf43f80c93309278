import type { Run } from "../soundness/soundness.js";
import type { EdgeKey, Graph, LaneKey, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { ConnectorRule } from "./connector-rules.js";
import type { Cure, CureContext } from "./cure.js";

/** The names of the rules; a frontend has one text for each. */
export type RuleName =
  | "one-start"
  | "has-end"
  | "unique-keys"
  | "dangling-edge"
  | "edge-count"
  | "named-outcomes"
  | "reachable-from-start"
  | "reaches-end"
  | "work-in-every-cycle"
  | "lane-count"
  | "known-lane"
  | "bound-lane"
  | "step-text"
  | "known-output"
  | "connector-target"
  | "option-to-complete"
  | "proper-completion"
  | "one-token"
  | "no-dead-step"
  | "soundness-unknown"
  | "output-before-needed"
  | "refusal-path"
  | "approval-refusal"
  | "refusal-notice"
  | "loop-exit"
  | "idle-lane"
  | "unbound-lane"
  | "step-verb"
  | "step-subject"
  | "standard-time"
  | ConnectorRule;

/** ERROR keeps the SOP from being enacted; WARNING is only shown. */
export type ProblemLevel = "ERROR" | "WARNING";
export type RuleLevel = ProblemLevel | "OFF";
/** What an office has chosen instead of the rules' own levels; only rules that may be switched count. */
export type RuleLevels = Readonly<Partial<Record<RuleName, RuleLevel>>>;

/** One place where a drawing breaks a rule, with what it stands on. `params` fill the rule's text. */
export interface Finding {
  readonly rule: RuleName;
  readonly nodeKeys: readonly NodeKey[];
  readonly edgeKeys: readonly EdgeKey[];
  readonly laneKeys: readonly LaneKey[];
  readonly params: Readonly<Record<string, string | number>>;
  /** The shortest run of a case that shows it, where one does. */
  readonly run: Run | null;
}

/** A finding, as seriously as the office takes it. */
export interface Problem extends Finding {
  readonly level: ProblemLevel;
}

/** One rule: it names itself and reports every place where the graph breaks it. */
export interface Rule {
  readonly name: RuleName;
  /** How seriously it is taken where the office has not said otherwise. */
  readonly level: ProblemLevel;
  /** Whether an office may take it more or less seriously: no case comes to harm by it. */
  readonly isSwitchable?: boolean;
  check(graph: Graph, index: GraphIndex): Finding[];
  /** The rule has nothing to go by, and reports nothing, while one of these is broken. */
  readonly waitsFor?: readonly RuleName[];
  /** Obvious ways out of one of its problems, the best first; `cureOf` takes the first that works. */
  cures?(problem: Finding, graph: Graph, index: GraphIndex, context: CureContext): Cure[];
}

/** A finding with the fields that a rule does not need left empty. */
export const finding = (rule: RuleName, at: Partial<Omit<Finding, "rule">>): Finding => ({
  rule,
  nodeKeys: at.nodeKeys ?? [],
  edgeKeys: at.edgeKeys ?? [],
  laneKeys: at.laneKeys ?? [],
  params: at.params ?? {},
  run: at.run ?? null,
});
