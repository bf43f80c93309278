import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { readDuration, type NodeKey } from "../../../domain/index.js";
import { useFormMetrics } from "../canvas/form-metrics.js";
import { removeSteps } from "../changes/remove-steps.js";
import { useDraft, useDraftApi } from "../editor-context.js";
import { PanelHead } from "./panel-head.js";
import { RemoveButton } from "./remove-button.js";
import { placeRows, rowsThatStand, rowsThatWork, timeRows } from "./rows-changes.js";

/** Several rows: what can be said of all of them at once, each time as one step to undo. */
export function RowsPanel({ keys, onGone }: { keys: readonly NodeKey[]; onGone: () => void }) {
  const { t } = useTranslation();
  const metrics = useFormMetrics();
  const { edit } = useDraftApi().getState();
  const graph = useDraft((draft) => draft.document.graph);
  const [text, setText] = useState("");
  const { time } = readDuration(text, "MINUTE");
  const working = rowsThatWork(graph, keys).length;
  const lanes = new Set(
    rowsThatStand(graph, keys).map(({ parts }) => (parts.length === 1 ? parts[0]!.lane : null)),
  );
  const [common = null] = lanes.size === 1 ? lanes : [];
  const giveTime = (event: FormEvent) => {
    event.preventDefault();
    if (time !== null && edit(timeRows(graph, keys, time))) setText("");
  };
  const remove = () => {
    if (edit(removeSteps(graph, keys))) onGone();
  };
  return (
    <Stack gap="md">
      <PanelHead kind={t("rows.kind")} title={t("rows.count", { count: keys.length })} />
      <Select
        label={t("rows.lane")}
        description={t("rows.laneHint")}
        placeholder={t("rows.mixed")}
        value={common}
        data={graph.lanes.map(({ key, name }) => ({ value: key, label: name }))}
        allowDeselect={false}
        onChange={(lane) => lane !== null && void edit(placeRows(graph, keys, lane))}
      />
      {working > 0 && (
        <form onSubmit={giveTime}>
          <TextInput
            label={t("rows.time")}
            placeholder={t("typing.timeHint")}
            value={text}
            error={text.trim() !== "" && time === null ? t("rows.timeUnread") : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group gap={6} mt={8}>
            <Button type="submit" size="compact-sm" variant="default" disabled={time === null}>
              {time === null
                ? t("rows.giveTime")
                : t("rows.giveThisTime", { time: metrics.timeText(time) })}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => void edit(timeRows(graph, keys, null))}
            >
              {t("rows.noTime")}
            </Button>
          </Group>
        </form>
      )}
      <RemoveButton label={t("rows.remove", { count: keys.length })} onRemove={remove} />
    </Stack>
  );
}
