import type { CaseCommand, CaseRefusal } from "../../domain/engine/case-command.js";
import { owesByArrow } from "./owed-by-arrow.js";
import type { CaseOracle, OracleTask, OracleVisit } from "./case-oracle.js";

type Reasons = CaseRefusal[];
type CommandOf<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;
type Judges = {
  [T in CaseCommand["type"]]: (oracle: CaseOracle, command: CommandOf<T>) => Reasons;
};

/**
 * Every reason for which a case must refuse a command; empty where it must be done. Where there are
 * several, any of them is a right answer.
 */
export function reasonsAgainst(oracle: CaseOracle, command: CaseCommand): ReadonlySet<CaseRefusal> {
  const judge = judges[command.type] as (oracle: CaseOracle, command: CaseCommand) => Reasons;
  return new Set(judge(oracle, command));
}

const when = (holds: boolean, reason: CaseRefusal): Reasons => (holds ? [reason] : []);

const unlessRunning = ({ status }: CaseOracle): Reasons => [
  ...when(status === "HELD", "INSTANCE_HELD"),
  ...unlessUnfinished({ status }),
];

const unlessUnfinished = ({ status }: Pick<CaseOracle, "status">): Reasons =>
  when(status !== "RUNNING" && status !== "HELD", "INSTANCE_CLOSED");

const unlessReason = (text: string): Reasons => when(text.trim() === "", "REASON_REQUIRED");

/** What speaks against doing something with an open task, and what `more` has to say of it. */
function onOpenTask(oracle: CaseOracle, no: number, more: (task: OracleTask) => Reasons): Reasons {
  const task = oracle.tasks.get(no);
  if (!task) return [...unlessRunning(oracle), "NOT_FOUND"];
  if (!oracle.isOpen(task)) return [...unlessRunning(oracle), "TASK_CLOSED"];
  return [...unlessRunning(oracle), ...more(task)];
}

const unlessOwn = ({ assignee }: OracleTask, by: number | null): Reasons =>
  when(assignee !== null && assignee !== by, "NOT_YOUR_TASK");

function onConnector(
  oracle: CaseOracle,
  no: number,
  fits: (visit: OracleVisit) => boolean,
): Reasons {
  const visit = oracle.visits.get(no);
  const isOpen = visit?.status === "OPEN" && oracle.nodeOf(no).kind === "connector";
  return when(!visit || !isOpen || !fits(visit), "NOT_FOUND");
}

function againstCompletion(
  oracle: CaseOracle,
  task: OracleTask,
  { by, outcome, given, lenient }: CommandOf<"COMPLETE">,
): Reasons {
  const node = oracle.nodeOf(task.visit);
  const isDecision = node.kind === "decision";
  const arrows = isDecision ? oracle.game.arrowsFrom(node.key).map(({ key }) => key) : [];
  const now = given.map(({ output }) => output);
  const there = new Set([...oracle.outputs(), ...now]);
  const onTheWay = new Set([...oracle.outputsBefore(task.visit), ...now]);
  const needs = node.requirements.flatMap(({ output }) => output ?? []);
  const isNeededElsewhere = (output: string): boolean =>
    oracle.game.graph.nodes.some(
      (other) => other !== node && other.requirements.some((one) => one.output === output),
    );
  const isNeededOnWay = (output: string): boolean =>
    outcome !== null && arrows.includes(outcome) && owesByArrow(oracle.game, outcome, output);
  const isNeeded = (output: string): boolean =>
    isDecision && !needs.includes(output) ? isNeededOnWay(output) : isNeededElsewhere(output);
  const owes = oracle.isLast(task) ? node.outputs.filter(isNeeded) : [];
  const strict = lenient !== true;
  return [
    ...unlessOwn(task, by),
    ...when(isDecision && outcome === null, "OUTCOME_REQUIRED"),
    ...when(outcome !== null && !arrows.includes(outcome), "WRONG_OUTCOME"),
    ...when(
      given.some(({ output }) => !node.outputs.includes(output)),
      "OUTPUT_UNKNOWN",
    ),
    ...when(strict && needs.some((output) => !there.has(output)), "REQUIREMENT_MISSING"),
    ...when(strict && owes.some((output) => !onTheWay.has(output)), "OUTPUT_REQUIRED"),
  ];
}

function againstRecall(oracle: CaseOracle, { task: no, by }: CommandOf<"RECALL">): Reasons {
  const task = oracle.tasks.get(no);
  if (!task) return ["NOT_FOUND"];
  if (task.status === "WITHDRAWN") return ["TASK_CLOSED"];
  const visit = oracle.visits.get(task.visit);
  if (task.status !== "DONE" || visit?.status !== "DONE") return ["STEP_NOT_DONE"];
  const followed = oracle.followed(visit.no).filter((other) => other !== visit);
  const isGoneOn = followed.some(
    ({ no: other, status, child }) =>
      status !== "OPEN" ||
      child !== null ||
      oracle.tasksOf(other).some(({ status }) => status !== "OPEN"),
  );
  return [
    ...when(task.assignee !== by, "NOT_YOUR_TASK"),
    ...when(visit.closedBy !== no || isGoneOn, "RECALL_TOO_LATE"),
  ];
}

const judges: Judges = {
  START: ({ status }) => when(status !== "NEW", "INSTANCE_CLOSED"),
  CLAIM: (oracle, { task, by, over }) =>
    onOpenTask(oracle, task, ({ assignee }) =>
      when(assignee !== null && assignee !== by && assignee !== over, "ALREADY_CLAIMED"),
    ),
  RELEASE: (oracle, { task, by, force }) =>
    onOpenTask(oracle, task, ({ assignee }) => [
      ...when(assignee === null, "NOT_CLAIMED"),
      ...when(assignee !== by && force !== true, "NOT_YOUR_TASK"),
    ]),
  DELEGATE: (oracle, { task, by }) => onOpenTask(oracle, task, (it) => unlessOwn(it, by)),
  COMPLETE: (oracle, command) =>
    onOpenTask(oracle, command.task, (it) => againstCompletion(oracle, it, command)),
  RETURN: (oracle, { task, by, to, reason }) =>
    onOpenTask(oracle, task, (it) => {
      const leadsHere = oracle.visits.get(it.visit)?.past.has(to) === true;
      const isDone = oracle.visits.get(to)?.status === "DONE";
      return [
        ...unlessOwn(it, by),
        ...unlessReason(reason),
        ...when(!leadsHere || !isDone, "NOT_AN_ANCESTOR"),
      ];
    }),
  RECALL: (oracle, command) => [...unlessRunning(oracle), ...againstRecall(oracle, command)],
  MOVE_DEADLINES: (oracle, { moved }) => [
    ...unlessUnfinished(oracle),
    ...moved.flatMap(({ task }) => {
      const it = oracle.tasks.get(task);
      return when(!it || !oracle.isOpen(it), "TASK_CLOSED");
    }),
  ],
  COMMENT: (oracle, { text }) => [...unlessUnfinished(oracle), ...unlessReason(text)],
  CHILD_STARTED: (oracle, { visit }) => [
    ...unlessRunning(oracle),
    ...onConnector(oracle, visit, ({ child }) => child === null),
  ],
  CHILD_COMPLETED: (oracle, { visit, instance }) => [
    ...unlessRunning(oracle),
    ...onConnector(oracle, visit, ({ child }) => child === instance),
  ],
  CHILD_CANCELLED: (oracle, { visit, instance }) => [
    ...unlessUnfinished(oracle),
    ...onConnector(oracle, visit, ({ child }) => child === instance),
  ],
  HOLD: (oracle, { reason, byParent }) =>
    byParent && oracle.status !== "RUNNING"
      ? []
      : [...unlessRunning(oracle), ...unlessReason(reason)],
  RESUME: ({ status, heldByParent }, { byParent }) =>
    byParent && !heldByParent
      ? []
      : [
          ...when(status !== "HELD", "NOT_HELD"),
          ...when(heldByParent && byParent !== true, "HELD_BY_PARENT"),
        ],
  CANCEL: (oracle, { reason }) => [...unlessUnfinished(oracle), ...unlessReason(reason)],
};
