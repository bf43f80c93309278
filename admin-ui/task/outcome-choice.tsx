import { Radio } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { NextLines } from "./next-lines.js";
import type { TaskView } from "./task-operations.js";
import type { DraftInHand } from "./use-task-draft.js";

/** How the decision ends, each way with where it leads. */
export function OutcomeChoice(props: { task: TaskView; hand: DraftInHand; fault: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const { task, hand } = props;
  if (task.outcomes.length === 0) return null;
  return (
    <Radio.Group
      label={t("task.outcome")}
      description={t("task.outcomeHint")}
      error={props.fault && hand.draft.outcome === null ? t("task.chooseOutcome") : undefined}
      value={hand.draft.outcome}
      onChange={(outcome) => hand.change({ outcome })}
      classNames={{ label: "section-title", error: "outcome-fault" }}
    >
      <div className="outcome-cards">
        {task.outcomes.map(({ key, label }) => (
          <Radio.Card
            key={key}
            value={key}
            className="outcome-card"
            aria-label={label}
            aria-describedby={`${id}-${key}`}
          >
            <Radio.Indicator />
            <span className="outcome-words">
              <span className="outcome-label">{label}</span>
              <span id={`${id}-${key}`}>
                <NextLines task={task} outcome={key} />
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
