import {
  type CaseCommand,
  type CaseState,
  type Graph,
  missingOutputs,
  owedOutputs,
  rowNumbers,
} from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import type { TaskHead } from "../../persistence/case-store.js";
import type { Row, Tx } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";

type Completion = Extract<CaseCommand, { type: "COMPLETE" }>;

/**
 * Runs a completion strictly, and once more leniently where linked outputs are missing and the office
 * only warns of that. Elsewhere the refusal names each document with the step and lane that owe it.
 */
export async function unlessOutputsMissing<T>(
  tx: Tx,
  runner: CaseRunner,
  head: TaskHead,
  command: Completion,
  run: (command: Completion) => Promise<T>,
): Promise<T> {
  try {
    return await run(command);
  } catch (error) {
    if (!(error instanceof Refusal) || !isOfOutputs(error)) throw error;
    if (await onlyWarns(tx, head.officeId)) return run({ ...command, lenient: true });
    const { plan, graph } = await runner.versions.get(tx, head.versionId);
    const state = JSON.parse(head.state) as CaseState;
    const wanted =
      error.code === "OUTPUT_REQUIRED"
        ? owedOutputs(plan, state, head.taskNo, command.outcome)
        : missingOutputs(plan, state, head.nodeKey);
    const left = wanted.filter((key) => !command.given.some(({ output }) => output === key));
    const outputs = left.map((output) => nameOutput(graph, output)).join("; ");
    throw new Refusal(error.code, error.field, { outputs });
  }
}

const isOfOutputs = ({ code }: Refusal): boolean =>
  code === "OUTPUT_REQUIRED" || code === "REQUIREMENT_MISSING";

async function onlyWarns(tx: Tx, officeId: number): Promise<boolean> {
  const office = await tx.get<Row & { missing: string | null }>(
    "SELECT missing_requirements AS missing FROM office WHERE id = ?",
    [officeId],
  );
  return office?.missing === "WARN";
}

/** `Surat (3. Menyusun surat, Kasi LITIK)`. */
function nameOutput(graph: Graph, key: string): string {
  const name = graph.outputs.find((output) => output.key === key)?.name ?? key;
  const owing = graph.nodes.filter(({ outputs }) => outputs.includes(key));
  const numbers = rowNumbers(graph);
  const steps = owing.map((node) => {
    const lanes = node.parts.map(({ lane }) => graph.lanes.find((one) => one.key === lane)?.name);
    const number = numbers.get(node.key);
    return [`${number === undefined ? "" : `${number}. `}${node.text}`, ...lanes].join(", ");
  });
  return steps.length === 0 ? name : `${name} (${steps.join("; ")})`;
}
