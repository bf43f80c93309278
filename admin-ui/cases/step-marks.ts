/**
 * How far one step (of one lane) is in a case. `open`: it waits; `claimed`: somebody has it, or the
 * case that it called runs. `undone`: sent back or recalled. `withdrawn`: no longer needed.
 */
export type StepMark = "done" | "open" | "claimed" | "undone" | "withdrawn" | "here";

export type StepMarks = ReadonlyMap<string, StepMark>;

/** How much of the time a box took, on a form that shows many cases: 5 is the most. */
export type HeatMark = "heat0" | "heat1" | "heat2" | "heat3" | "heat4" | "heat5";

/** What the boxes of a form are coloured by. */
export type FormMarks = ReadonlyMap<string, StepMark | HeatMark>;

/** The key of a mark: one box of the form. */
export const markKey = (node: string, lane: string): string => `${node}|${lane}`;

/** What a box of the form opens when it is pressed, and how that is said. */
export interface StepVisits {
  /** How often the case has come to each step. */
  readonly counts: ReadonlyMap<string, number>;
  label(node: string, lane: string): string;
  open(node: string, lane: string): void;
  /** What stands at the corner of a box in place of the count; null: nothing. */
  badge?(node: string, lane: string): string | null;
}

interface MarkedTask {
  readonly status: string;
  readonly node: { readonly key: string };
  readonly lane: { readonly key: string };
}

/** Done where a task was finished; what is to be done wins in a loop; `here` for one box. */
export function stepMarks(
  tasks: readonly MarkedTask[],
  here: { readonly node: string; readonly lane: string } | null,
): StepMarks {
  const marks = new Map<string, StepMark>();
  for (const { status, node, lane } of tasks) {
    const key = markKey(node.key, lane.key);
    if (status === "OPEN") marks.set(key, "open");
    else if (status === "CLAIMED") marks.set(key, "claimed");
    else if (status === "DONE" && !marks.has(key)) marks.set(key, "done");
  }
  if (here !== null) marks.set(markKey(here.node, here.lane), "here");
  return marks;
}
