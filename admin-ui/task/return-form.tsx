import { Alert, Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { useFormat } from "../app/use-format.js";
import type { ReturnTaskMutation } from "../generated/graphql.js";
import { stepName } from "./step-name.js";
import { returnTaskMutation } from "./task-action-operations.js";
import type { TaskView } from "./task-operations.js";
import { undoneVisits } from "./undone-visits.js";
import { useStepNames } from "./use-step-names.js";

export type Returned = ReturnTaskMutation["returnTask"];

type Target = TaskView["returnTargets"][number];

/** To which step, why, and what is to be done again because of it. */
export function ReturnForm(props: {
  task: TaskView;
  onBack: () => void;
  onReturned: (answer: Returned) => void;
}) {
  const { t } = useTranslation();
  const { task } = props;
  const [busy, send] = useAction(returnTaskMutation, { quiet: true });
  const key = useActionKey();
  const [chosen, setChosen] = useState<string | null>(
    task.returnTargets.length === 1 ? String(task.returnTargets[0]?.visit) : null,
  );
  const [reason, setReason] = useState("");
  const [hasTried, setTried] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const target = task.returnTargets.find(({ visit }) => String(visit) === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Of the form that this dialog was opened from, React would tell it, too.
    event.stopPropagation();
    setTried(true);
    if (target === undefined || reason.trim() === "" || busy) return;
    const input = { taskId: task.id, visit: target.visit, reason: reason.trim() };
    const result = await send({ input: { ...input, idempotencyKey: key.of(input) } });
    if (result.ok) {
      key.done();
      props.onReturned(result.payload);
    } else setFault(result.errors.map(({ message }) => message).join(" "));
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Radio.Group
          label={t("return.to")}
          value={chosen}
          onChange={setChosen}
          error={hasTried && target === undefined ? t("return.chooseStep") : undefined}
        >
          <Stack gap={8} mt={8}>
            {task.returnTargets.map((one) => (
              <TargetCard key={one.visit} target={one} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t("return.reason")}
          description={t("return.reasonHint")}
          error={hasTried && reason.trim() === "" ? t("return.giveReason") : undefined}
          withAsterisk
          aria-required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {target !== undefined && <Consequence task={task} target={target} />}
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onBack}>
            {t("return.dismiss")}
          </Button>
          <Button type="submit" loading={busy}>
            {t("return.confirm")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function TargetCard({ target }: { target: Target }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { node, tasks, visit } = target;
  return (
    <Radio.Card value={String(visit)} className="outcome-card">
      <Radio.Indicator />
      <span className="outcome-words">
        <span className="outcome-label">
          {stepName({ number: node.rowNumber, text: node.text, lanes: [] }, "")}
        </span>
        {tasks.map(({ id, lane, assignee, closedAt }) => (
          <span key={id} className="quiet next-people">
            {[
              lane.name,
              assignee?.name,
              closedAt === null
                ? undefined
                : t("return.doneAt", { time: format.dateTime(closedAt) }),
            ]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </span>
        ))}
      </span>
    </Radio.Card>
  );
}

/** In words, what the return undoes. */
function Consequence({ task, target }: { task: TaskView; target: Target }) {
  const { t } = useTranslation();
  const { version, visits } = task.instance;
  const names = useStepNames(version);
  const undone = undoneVisits(visits, target.visit);
  // What is done and this very step, which the case then comes to again.
  const again = undone.filter(({ no, status }) => status === "DONE" || no === task.visit);
  const lost = undone.filter((visit) => !again.includes(visit));
  const named = (these: typeof undone): readonly string[] => [
    ...new Set(these.map(({ node }) => stepName(names.get(node.key), ""))),
  ];
  return (
    <Alert color="yellow" variant="light" role="status" title={t("return.consequence")}>
      <ul className="plain-list dotted">
        {named(again).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {lost.length > 0 && <p>{t("return.withdraws", { steps: named(lost).join("; ") })}</p>}
      <p className="quiet">{t("return.papers")}</p>
    </Alert>
  );
}
