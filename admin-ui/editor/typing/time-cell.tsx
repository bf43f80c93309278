import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readDuration } from "../../../domain/index.js";
import { useFormMetrics } from "../canvas/form-metrics.js";
import { changeNode } from "../changes/graph-changes.js";
import { useEditor } from "../editor-context.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField } from "./cell-field.js";
import type { Leaving } from "./leave-cell.js";

/**
 * The standard time as people write it. What is no time is not lost: it goes to the remarks, unless
 * Escape takes it back.
 */
export function TimeCell({ cell, box, node }: OpenCellProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const metrics = useFormMetrics();
  const { standardTime } = node;
  const [text, setText] = useState(() =>
    standardTime === null ? "" : metrics.timeText(standardTime),
  );
  const { time, sure } = readDuration(text, "MINUTE");
  const isUnread = text.trim() !== "" && time === null;
  const onText = (typed: string) => {
    setText(typed);
    const read = readDuration(typed, "MINUTE").time;
    const isSame = read?.value === standardTime?.value && read?.unit === standardTime?.unit;
    if (isSame) return;
    editor.draft.getState().edit([changeNode({ ...node, standardTime: read })], `${node.key}:time`);
  };
  const onLeave = (how: Leaving | "blur") => {
    if (!isUnread || how === "escape") return;
    const remarks = [node.remarks, t("typing.timeAsRemark", { text: text.trim() })];
    const change = { remarks: remarks.filter((line) => line !== null).join("\n") };
    editor.draft.getState().edit([changeNode({ ...node, ...change })]);
    notifications.show({ message: t("typing.timeMoved", { text: text.trim() }) });
  };
  const read = time === null ? "" : metrics.timeText(time);
  const isPlain = read.toLowerCase() === text.trim().toLowerCase();
  const reading = sure
    ? t("typing.timeRead", { time: read })
    : t("typing.timeGuessed", { time: read });
  return (
    <CellField
      cell={cell}
      box={box}
      label={t("form.standardTime")}
      text={text}
      onText={onText}
      placeholder={t("typing.timeHint")}
      note={isUnread ? t("typing.timeUnread") : time === null || isPlain ? null : reading}
      onLeave={onLeave}
    />
  );
}
