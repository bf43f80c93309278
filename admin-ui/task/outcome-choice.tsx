import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NextLines } from "./next-lines.js";
import type { TaskView } from "./task-operations.js";
import type { DraftInHand } from "./use-task-draft.js";

/** How the decision ends, each way with where it leads. */
export function OutcomeChoice(props: { task: TaskView; hand: DraftInHand; fault: boolean }) {
  const { t } = useTranslation();
  const { task, hand } = props;
  if (task.outcomes.length === 0) return null;
  return (
    <Radio.Group
      label={t("task.outcome")}
      description={t("task.outcomeHint")}
      error={props.fault && hand.draft.outcome === null ? t("task.chooseOutcome") : undefined}
      value={hand.draft.outcome}
      onChange={(outcome) => hand.change({ outcome })}
      classNames={{ label: "section-title" }}
    >
      <div className="outcome-cards">
        {task.outcomes.map(({ key, label }) => (
          <Radio.Card key={key} value={key} className="outcome-card">
            <Radio.Indicator />
            <span className="outcome-words">
              <span className="outcome-label">{label}</span>
              <NextLines task={task} outcome={key} />
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
