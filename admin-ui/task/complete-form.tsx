import { Alert, Button, Checkbox, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useAction } from "../app/use-action.js";
import { completeTaskMutation, type TaskView } from "./task-operations.js";

/** Everything that the step asks for, and the button that hands the case on. */
export function CompleteForm({ task, onDone }: { task: TaskView; onDone: () => void }) {
  const { t } = useTranslation();
  const [busy, complete] = useAction(completeTaskMutation, { quiet: true });
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [outcome, setOutcome] = useState<string | null>(null);
  const [references, setReferences] = useState<Readonly<Record<string, string>>>({});
  const [comment, setComment] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  // One key for one intended completion: pressing again after a lost answer has one effect.
  const key = useRef(newIdempotencyKey());
  const { node, instance } = task;
  const outputName = new Map(instance.version.outputs.map((output) => [output.key, output.name]));
  const given = givenSoFar(task);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (task.outcomes.length > 0 && outcome === null) {
      setFault(t("task.chooseOutcome"));
      return;
    }
    const outputs = node.outputs
      .map((output) => ({ output, reference: (references[output] ?? "").trim() }))
      .filter(({ reference }) => reference !== "");
    const result = await complete({
      input: {
        taskId: task.id,
        outcome,
        outputs,
        comment: comment.trim() === "" ? null : comment.trim(),
        idempotencyKey: key.current,
      },
    });
    if (result.ok) onDone();
    else {
      setFault(result.errors.map((error) => error.message).join(" "));
      if (!result.errors.some((error) => error.code === "NETWORK"))
        key.current = newIdempotencyKey();
    }
  };
  if (!task.canComplete) {
    return (
      <div className="sheet sheet-pad">
        <p className="section-title">{t("task.notYours")}</p>
        <p className="quiet">
          {task.assignee === null
            ? t("task.notYoursLane", { lane: task.lane.name })
            : t("task.notYoursPerson", { name: task.assignee.name })}
        </p>
      </div>
    );
  }
  return (
    <form className="sheet sheet-pad" onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        {node.requirements.length > 0 && (
          <fieldset className="plain-fieldset">
            <legend className="section-title">{t("form.requirements")}</legend>
            <Stack gap={8}>
              {node.requirements.map((requirement, index) =>
                requirement.output === null ? (
                  <Checkbox
                    key={index}
                    label={requirement.text}
                    checked={ticked.has(index)}
                    onChange={(event) =>
                      setTicked(toggled(ticked, index, event.currentTarget.checked))
                    }
                  />
                ) : (
                  <Checkbox
                    key={index}
                    label={requirement.text}
                    description={
                      given.get(requirement.output) ??
                      t("task.fromOutput", { name: outputName.get(requirement.output) ?? "" })
                    }
                    checked={given.has(requirement.output)}
                    disabled
                  />
                ),
              )}
            </Stack>
          </fieldset>
        )}
        {task.outcomes.length > 0 && (
          <Radio.Group
            label={t("task.outcome")}
            description={t("task.outcomeHint")}
            value={outcome}
            onChange={setOutcome}
            classNames={{ label: "section-title" }}
          >
            <div className="outcome-cards">
              {task.outcomes.map((option) => (
                <Radio.Card key={option.key} value={option.key} className="outcome-card">
                  <Radio.Indicator />
                  <span>{option.label}</span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
        )}
        {node.outputs.length > 0 && (
          <fieldset className="plain-fieldset">
            <legend className="section-title">{t("form.output")}</legend>
            <Stack gap="sm">
              {node.outputs.map((output) => (
                <TextInput
                  key={output}
                  label={outputName.get(output) ?? output}
                  placeholder={t("task.referenceHint")}
                  value={references[output] ?? ""}
                  onChange={(event) =>
                    setReferences({ ...references, [output]: event.currentTarget.value })
                  }
                />
              ))}
            </Stack>
          </fieldset>
        )}
        <Textarea
          label={t("task.comment")}
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Button type="submit" size="md" loading={busy} className="complete-button">
          {t("task.complete")}
        </Button>
      </Stack>
    </form>
  );
}

function toggled(set: ReadonlySet<number>, index: number, on: boolean): ReadonlySet<number> {
  const next = new Set(set);
  if (on) next.add(index);
  else next.delete(index);
  return next;
}

/** The references of the outputs that finished steps of this case have given. */
function givenSoFar(task: TaskView): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const other of task.instance.tasks) {
    if (other.status !== "DONE") continue;
    for (const { output, reference } of other.given) given.set(output.key, reference);
  }
  return given;
}
