import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { AttachArea } from "../files/attach-area.js";
import { FileList } from "../files/file-list.js";
import type { Uploads } from "../files/use-uploads.js";
import { broughtPlace } from "./attach-places.js";
import { stepName } from "./step-name.js";
import type { TaskView } from "./task-operations.js";
import type { DraftInHand } from "./use-task-draft.js";
import { useStepNames } from "./use-step-names.js";

type Requirement = TaskView["requirements"][number];

/** What the step asks for: documents of earlier steps, and what is brought along and ticked. */
export function RequirementList(props: { task: TaskView; hand: DraftInHand; uploads: Uploads }) {
  const { t } = useTranslation();
  const { task, hand, uploads } = props;
  if (task.requirements.length === 0) return null;
  const { brought } = hand.draft;
  const tick = (text: string, isOn: boolean) =>
    hand.change({ brought: [...brought.filter((one) => one !== text), ...(isOn ? [text] : [])] });
  // Whoever brings a file of it has brought it; one that was refused is none.
  const hasFile = (text: string): boolean =>
    uploads.items.some(({ place, state }) => place === broughtPlace(text) && state !== "REFUSED");
  return (
    <fieldset className="plain-fieldset">
      <legend className="section-title">{t("form.requirements")}</legend>
      <Stack gap={10}>
        {task.requirements.map((requirement, index) =>
          requirement.output === null ? (
            <AttachArea
              key={index}
              uploads={uploads}
              place={broughtPlace(requirement.text)}
              label={requirement.text}
            >
              <Checkbox
                label={requirement.text}
                checked={brought.includes(requirement.text) || hasFile(requirement.text)}
                disabled={hasFile(requirement.text)}
                onChange={(event) => tick(requirement.text, event.currentTarget.checked)}
              />
            </AttachArea>
          ) : (
            <LinkedRequirement key={index} task={task} requirement={requirement} />
          ),
        )}
      </Stack>
    </fieldset>
  );
}

/** The document itself with who gave it, or who owes it. */
function LinkedRequirement(props: { task: TaskView; requirement: Requirement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { task, requirement } = props;
  const names = useStepNames(task.instance.version);
  const key = requirement.output?.key;
  const givers = task.instance.tasks.filter(
    ({ status, given }) => status === "DONE" && given.some(({ output }) => output.key === key),
  );
  const isMissing = requirement.met !== true;
  return (
    <div className="linked" data-missing={isMissing || undefined}>
      <span className="linked-mark" aria-hidden="true">
        {isMissing ? "–" : "✓"}
      </span>
      <div>
        <div>
          {requirement.text}
          {isMissing && <strong className="linked-missing">{t("task.notThereYet")}</strong>}
        </div>
        {givers.map(({ id, given, assignee, lane, node, closedAt }) => (
          <div key={id}>
            {given
              .filter(({ output }) => output.key === key)
              .map(({ reference, files }, at) => (
                <div key={at} className="reference">
                  {reference}
                  <FileList files={files} />
                </div>
              ))}
            <div className="quiet">
              {t("task.givenBy", {
                name: assignee?.name ?? lane.name,
                step: stepName(names.get(node.key), node.text),
                time: closedAt === null ? "" : format.dateTime(closedAt),
              })}
            </div>
          </div>
        ))}
        {isMissing && requirement.owedBy.length > 0 && (
          <div className="quiet">
            {requirement.owedBy.map(({ key: step }) => {
              const name = names.get(step);
              return (
                <div key={step}>
                  {t("task.owedBy", {
                    step: stepName(name, ""),
                    lane: name?.lanes.join(", ") ?? "",
                  })}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}
