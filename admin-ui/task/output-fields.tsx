import { Button, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TaskView } from "./task-operations.js";
import type { DraftInHand } from "./use-task-draft.js";
import { useStepNames } from "./use-step-names.js";

/** The outputs that the completion owes and that are still empty; none where the office only warns. */
export function emptyOwed(task: TaskView, { draft }: DraftInHand): readonly string[] {
  if (task.instance.sop.office.missingRequirements === "WARN") return [];
  return task.owedOutputs
    .map(({ key }) => key)
    .filter((key) => (draft.references[key] ?? "").trim() === "");
}

/** What the step yields, with the reason where another step cannot do without it. */
export function OutputFields(props: {
  task: TaskView;
  hand: DraftInHand;
  /** Those that were left empty though they are owed. */
  faulty: readonly string[];
}) {
  const { t } = useTranslation();
  const { task, hand, faulty } = props;
  const { references } = hand.draft;
  const { version, sop, tasks } = task.instance;
  const names = useStepNames(version);
  if (task.node.outputs.length === 0) return null;
  const owed = new Set(task.owedOutputs.map(({ key }) => key));
  const isStrict = sop.office.missingRequirements === "BLOCK";
  const neededBy = (output: string): string => {
    const numbers = version.nodes
      .filter(({ requirements }) => requirements.some((one) => one.output === output))
      .flatMap(({ key }) => names.get(key)?.number ?? []);
    return numbers.length === 0 ? "" : t("task.neededBy", { steps: numbers.join(", ") });
  };
  const already = (output: string): string | undefined =>
    tasks
      .filter(({ id, status }) => id !== task.id && status === "DONE")
      .flatMap(({ given }) => given)
      .findLast((one) => one.output.key === output)?.reference;
  const describe = (output: string): string | undefined => {
    const before = already(output);
    const parts = [
      neededBy(output),
      owed.has(output) && !isStrict ? t("task.mayBeEmpty") : "",
      before === undefined ? "" : t("task.alreadyGiven", { reference: before }),
    ].filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts.join(" ");
  };
  const fill = (output: string, text: string) =>
    hand.change({ references: { ...references, [output]: text } });
  return (
    <fieldset className="plain-fieldset">
      <legend className="section-title">{t("form.output")}</legend>
      <Stack gap="sm">
        {task.node.outputs.map((output) => (
          <div key={output}>
            <Textarea
              label={version.outputs.find(({ key }) => key === output)?.name ?? output}
              description={describe(output)}
              placeholder={t("task.referenceHint")}
              withAsterisk={isStrict && owed.has(output)}
              aria-required={isStrict && owed.has(output)}
              error={
                faulty.includes(output) && (references[output] ?? "").trim() === ""
                  ? t("task.fillIn")
                  : undefined
              }
              data-output={output}
              autosize
              minRows={1}
              maxRows={8}
              maxLength={2000}
              value={references[output] ?? ""}
              onChange={(event) => fill(output, event.currentTarget.value)}
            />
            <GivenBefore
              task={task}
              output={output}
              isEmpty={(references[output] ?? "") === ""}
              onUse={(text) => fill(output, text)}
            />
          </div>
        ))}
      </Stack>
    </fieldset>
  );
}

/** What the step gave the last time, before the case was sent back to it. */
function GivenBefore(props: {
  task: TaskView;
  output: string;
  isEmpty: boolean;
  onUse: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { task, output } = props;
  const before = task.instance.tasks
    .filter(({ status, node }) => status === "WITHDRAWN" && node.key === task.node.key)
    .flatMap(({ given }) => given)
    .findLast((one) => one.output.key === output)?.reference;
  if (before === undefined || !props.isEmpty) return null;
  return (
    <div className="given-before">
      <span className="quiet">{t("task.givenBefore", { reference: before })}</span>
      <Button variant="subtle" size="compact-sm" onClick={() => props.onUse(before)}>
        {t("task.useAgain")}
      </Button>
    </div>
  );
}
