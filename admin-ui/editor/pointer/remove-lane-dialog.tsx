import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { memo, useEffect, useState } from "react";
import type { Graph } from "../../../domain/index.js";
import { useStill } from "../../app/use-still.js";
import { emptyLane, stepsIn } from "../changes/empty-lane.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { rowName } from "../panels/problem-text.js";

/** Says what stands in a lane before it goes, and where that can go instead. */
export function RemoveLaneDialog() {
  const isOpen = useView(({ dialog }) => dialog === "remove-lane");
  const graph = useDraft(({ document }) => document.graph);
  return <Dialog isOpen={isOpen} graph={useStill(graph, !isOpen)} />;
}

const Dialog = memo(function Dialog({ isOpen, graph }: { isOpen: boolean; graph: Graph }) {
  const { t, draft, view } = useEditor();
  const key = useView(({ selection }) => (selection?.type === "lane" ? selection.key : null));
  const [to, setTo] = useState<string | null>(null);
  const lane = graph.lanes.find((one) => one.key === key);
  const steps = lane === undefined ? [] : stepsIn(graph, lane.key);
  const others = graph.lanes.filter((one) => one.key !== key);
  const close = () => {
    setTo(null);
    view.getState().openDialog(null);
  };
  // Somebody else took it away: a dialog that is open and not there would keep the keys to itself.
  const isGone = isOpen && lane === undefined;
  useEffect(() => {
    if (isGone) view.getState().openDialog(null);
  }, [isGone, view]);
  const remove = () => {
    if (lane !== undefined && draft.getState().edit(emptyLane(graph, lane.key, to))) {
      view.getState().select(null);
    }
    close();
  };
  return (
    <Modal
      opened={isOpen && lane !== undefined}
      onClose={close}
      title={t("pointer.removeLaneTitle", { lane: lane?.name ?? "" })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <div>
          <Text size="sm">{t("pointer.standsHere", { count: steps.length })}</Text>
          <ul className="lane-steps">
            {steps.map((step) => (
              <li key={step.key}>{rowName(graph, step.key, (kind) => t(`kind.${kind}`))}</li>
            ))}
          </ul>
        </div>
        {others.length > 0 && (
          <Select
            label={t("pointer.moveSteps")}
            placeholder={t("pointer.moveNowhere")}
            clearable
            clearButtonProps={{ "aria-label": t("common.clear") }}
            value={to}
            onChange={setTo}
            data={others.map(({ key: value, name }) => ({ value, label: name }))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("pointer.keepLane")}
          </Button>
          <Button color="red" onClick={remove}>
            {to === null ? t("pointer.removeLaneOnly") : t("pointer.removeLaneAndMove")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
});
