import type { CaseCommand } from "../../domain/engine/case-command.js";
import type { CaseOracle } from "./case-oracle.js";

/**
 * A command as a fixture keeps it: tasks and visits by their place, `n4/l1#2` for the task of lane
 * l1 of the second visit of n4 and `n4#2` for that visit. So it means the same in a walk from which
 * others were taken out. Numbers of what is nowhere stay numbers.
 */
export type WrittenCommand = Readonly<Record<string, unknown>> & {
  readonly type: CaseCommand["type"];
};

const placeNames = ["task", "visit", "to"] as const;

const isPlace = (command: { readonly type: string }, name: string): boolean =>
  name !== "to" || command.type === "RETURN";

export function writeCommand(oracle: CaseOracle, command: CaseCommand): WrittenCommand {
  const written: Record<string, unknown> & { type: CaseCommand["type"] } = { ...command };
  for (const name of placeNames) {
    const no = written[name];
    if (typeof no !== "number" || !isPlace(command, name)) continue;
    written[name] = (name === "task" ? placeOfTask(oracle, no) : placeOfVisit(oracle, no)) ?? no;
  }
  return written;
}

/** The command on this case; `null` where what it names has not been. */
export function readCommand(oracle: CaseOracle, written: WrittenCommand): CaseCommand | null {
  const command: Record<string, unknown> & { type: string } = { ...written };
  for (const name of placeNames) {
    const place = command[name];
    if (typeof place !== "string") continue;
    const found =
      name === "task"
        ? [...oracle.tasks.keys()].find((no) => placeOfTask(oracle, no) === place)
        : [...oracle.visits.keys()].find((no) => placeOfVisit(oracle, no) === place);
    if (found === undefined) return null;
    command[name] = found;
  }
  return command as unknown as CaseCommand;
}

function placeOfVisit({ visits }: CaseOracle, no: number): string | null {
  const visit = visits.get(no);
  if (!visit) return null;
  const same = [...visits.values()].filter(({ node }) => node === visit.node);
  return `${visit.node}#${same.toSorted((a, b) => a.no - b.no).indexOf(visit) + 1}`;
}

function placeOfTask(oracle: CaseOracle, no: number): string | null {
  const task = oracle.tasks.get(no);
  if (!task) return null;
  const [node, ordinal] = placeOfVisit(oracle, task.visit)!.split("#");
  return `${node}/${task.lane}#${ordinal}`;
}
