import { Button, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AttachArea } from "../files/attach-area.js";
import { FileList } from "../files/file-list.js";
import type { KeptUpload } from "../files/kept-upload.js";
import type { Uploads } from "../files/use-uploads.js";
import { outputPlace } from "./attach-places.js";
import type { TaskView } from "./task-operations.js";
import type { TaskDraft } from "./task-draft.js";
import type { DraftInHand } from "./use-task-draft.js";
import { useStepNames } from "./use-step-names.js";

/** The outputs that must be given: on a decision by the outcome that is chosen, or by every one. */
function owedNow({ outcomes, owedOutputs }: TaskView, draft: TaskDraft): readonly string[] {
  const chosen = outcomes.filter(({ key }) => key === draft.outcome);
  const ways = chosen.length > 0 ? chosen : outcomes;
  return owedOutputs
    .map(({ key }) => key)
    .filter((key) => ways.every((way) => way.owedOutputs.some((one) => one.key === key)));
}

/** Those of them that are still empty; none where the office only warns. */
export function emptyOwed(task: TaskView, { draft }: DraftInHand): readonly string[] {
  if (task.instance.sop.office.missingRequirements === "WARN") return [];
  return owedNow(task, draft).filter(
    (key) => (draft.references[key] ?? "").trim() === "" && !hasFile(draft.files, key),
  );
}

const hasFile = (files: readonly KeptUpload[], output: string): boolean =>
  files.some(({ place }) => place === outputPlace(output));

/** What the step yields, with the reason where another step cannot do without it. */
export function OutputFields(props: {
  task: TaskView;
  hand: DraftInHand;
  uploads: Uploads;
  /** Those that were left empty though they are owed. */
  faulty: readonly string[];
}) {
  const { t, i18n } = useTranslation();
  const either = new Intl.ListFormat(i18n.language, { type: "disjunction" });
  const { task, hand, uploads, faulty } = props;
  const { references } = hand.draft;
  const { version, sop, tasks } = task.instance;
  const names = useStepNames(version);
  if (task.node.outputs.length === 0) return null;
  const owed = new Set(owedNow(task, hand.draft));
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
      .findLast((one) => one.output.key === output && one.reference !== "")?.reference;
  const requiredFor = (output: string): string => {
    const ways = task.outcomes.filter(({ owedOutputs }) =>
      owedOutputs.some(({ key }) => key === output),
    );
    if (!isStrict || ways.length === 0 || ways.length === task.outcomes.length) return "";
    return t("task.requiredFor", {
      outcomes: either.format(ways.map(({ label }) => `“${label}”`)),
    });
  };
  const describe = (output: string): string | undefined => {
    const before = already(output);
    const parts = [
      neededBy(output),
      requiredFor(output),
      owed.has(output) && !isStrict ? t("task.mayBeEmpty") : "",
      before === undefined ? "" : t("task.alreadyGiven", { reference: before }),
    ].filter((part) => part !== "");
    return parts.length === 0 ? undefined : parts.join(" ");
  };
  const nameOf = (output: string): string =>
    version.outputs.find(({ key }) => key === output)?.name ?? output;
  const fill = (output: string, text: string) =>
    hand.change({ references: { ...references, [output]: text } });
  return (
    <fieldset className="plain-fieldset">
      <legend className="section-title">{t("form.output")}</legend>
      <Stack gap="sm">
        {task.node.outputs.map((output) => (
          <AttachArea
            key={output}
            uploads={uploads}
            place={outputPlace(output)}
            label={nameOf(output)}
          >
            <Textarea
              label={nameOf(output)}
              description={describe(output)}
              placeholder={t("task.referenceHint")}
              withAsterisk={isStrict && owed.has(output)}
              aria-required={isStrict && owed.has(output)}
              error={faulty.includes(output) ? t("task.fillIn") : undefined}
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
              uploads={uploads}
            />
          </AttachArea>
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
  uploads: Uploads;
}) {
  const { t } = useTranslation();
  const { task, output, uploads } = props;
  const place = outputPlace(output);
  const before = task.instance.tasks
    .filter(({ status, node }) => status === "WITHDRAWN" && node.key === task.node.key)
    .flatMap(({ given }) => given)
    .findLast((one) => one.output.key === output);
  const hasFiles = uploads.items.some((item) => item.place === place);
  if (before === undefined || !props.isEmpty || hasFiles) return null;
  const { reference, files } = before;
  const reuse = () => {
    if (reference !== "") props.onUse(reference);
    for (const file of files) uploads.addKnown(place, file);
  };
  return (
    <div className="given-before">
      <span className="quiet">{t("task.givenBefore", { reference })}</span>
      <Button variant="subtle" size="compact-sm" onClick={reuse}>
        {t("task.useAgain")}
      </Button>
      <FileList files={files} />
    </div>
  );
}
