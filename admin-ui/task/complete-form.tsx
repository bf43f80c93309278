import { Alert, Button, Group, Stack, Textarea } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useHoldSession } from "../app/session.js";
import { AttachArea } from "../files/attach-area.js";
import { useUploads } from "../files/use-uploads.js";
import { whyNotReady } from "../files/why-not-ready.js";
import { commentPlace } from "./attach-places.js";
import { JointStep } from "./joint-step.js";
import { MissingNotice } from "./missing-notice.js";
import { NextLines } from "./next-lines.js";
import { OutcomeChoice } from "./outcome-choice.js";
import { emptyOwed, OutputFields } from "./output-fields.js";
import { RequirementList } from "./requirement-list.js";
import { ReturnButton } from "./return-button.js";
import type { Returned } from "./return-form.js";
import type { TaskView } from "./task-operations.js";
import type { Completion } from "./use-completion.js";
import type { DraftInHand } from "./use-task-draft.js";

/** Everything that the step asks for, and the button that hands the case on. */
export function CompleteForm(props: {
  task: TaskView;
  hand: DraftInHand;
  completion: Completion;
  onReturned: (answer: Returned) => void;
}) {
  const { t } = useTranslation();
  const { task, hand, completion } = props;
  const form = useRef<HTMLFormElement>(null);
  /** What was chosen when it was last pressed; the fields of another choice are no fault yet. */
  const [tried, setTried] = useState<{ readonly outcome: string | null } | null>(null);
  const hasTried = tried !== null;
  const uploads = useUploads(hand.draft.files, (files) => hand.change({ files }));
  useHoldSession(() => {
    uploads.resumeAll();
    completion.resume();
  });
  const filesFault = whyNotReady(uploads.items);
  const faulty = tried?.outcome === hand.draft.outcome ? emptyOwed(task, hand) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried({ outcome: hand.draft.outcome });
    if (task.outcomes.length > 0 && hand.draft.outcome === null) {
      form.current?.querySelector<HTMLElement>(".outcome-card")?.focus();
      return;
    }
    const [first] = emptyOwed(task, hand);
    if (first !== undefined) {
      const fields = form.current?.querySelectorAll<HTMLElement>("[data-output]") ?? [];
      [...fields].find(({ dataset }) => dataset["output"] === first)?.focus();
      return;
    }
    if (filesFault !== null) {
      form.current?.querySelector<HTMLElement>(".upload:not([data-state=READY])")?.focus();
      return;
    }
    void completion.submit();
  };
  const isLost = completion.fault?.type === "LOST";
  return (
    <form className="sheet sheet-pad" ref={form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        <RequirementList task={task} hand={hand} uploads={uploads} />
        <OutcomeChoice task={task} hand={hand} fault={hasTried} />
        <OutputFields task={task} hand={hand} uploads={uploads} faulty={faulty} />
        <AttachArea uploads={uploads} place={commentPlace} label={t("task.comment")}>
          <Textarea
            label={t("task.comment")}
            autosize
            minRows={2}
            maxLength={4000}
            value={hand.draft.comment}
            onChange={(event) => hand.change({ comment: event.currentTarget.value })}
          />
        </AttachArea>
        <JointStep task={task} />
        {task.outcomes.length === 0 && (
          <section aria-label={t("task.whoIsNext")}>
            <h2 className="section-title">{t("task.whoIsNext")}</h2>
            <NextLines task={task} outcome={null} />
          </section>
        )}
        <MissingNotice task={task} />
        {completion.fault !== null && (
          <Alert
            color="red"
            variant="light"
            role="alert"
            title={isLost ? t("task.lostTitle") : undefined}
          >
            {completion.fault.type === "LOST" ? t("task.lost") : completion.fault.message}
          </Alert>
        )}
        {hasTried && filesFault !== null && (
          <Alert color="red" variant="light" role="alert">
            {t(`files.${filesFault}`)}
          </Alert>
        )}
        <Group className="form-actions" gap="sm">
          <Button type="submit" size="md" loading={completion.isBusy}>
            {isLost ? t("task.sendAgain") : t("task.complete")}
          </Button>
          <ReturnButton task={task} onReturned={props.onReturned} />
        </Group>
      </Stack>
    </form>
  );
}
