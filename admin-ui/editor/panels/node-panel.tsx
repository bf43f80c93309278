import { Stack, Switch, Textarea } from "@mantine/core";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { kindOf, type Graph, type GraphNode } from "../../../domain/index.js";
import { ArrowDownIcon, ArrowUpIcon } from "../../app/icons.js";
import { useDraftApi } from "../editor-context.js";
import type { CellRole } from "../canvas/cell-role.js";
import { changeNode, moveNode, removeStep } from "../changes/graph-changes.js";
import { PlaceNotes } from "../notes/place-notes.js";
import { NodeArrows } from "./node-arrows.js";
import { NodeCall } from "./node-call.js";
import { NodeLanes } from "./node-lanes.js";
import { NodeStandard } from "./node-standard.js";
import { PanelHead } from "./panel-head.js";
import { rowName } from "./problem-text.js";
import { RemoveButton } from "./remove-button.js";

/** All that one row says, field by field; the form redraws with every letter. */
export const NodePanel = memo(function NodePanel(props: {
  node: GraphNode;
  graph: Graph;
  /** The cell that is active on the form: its field is in view. */
  focus: CellRole;
  onSelect: (node: string) => void;
  onGone: () => void;
}) {
  const { t } = useTranslation();
  const { node, graph, focus } = props;
  const { edit } = useDraftApi().getState();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = panel.current?.querySelector<HTMLElement>(`[data-field="${focus}"]`);
    field?.scrollIntoView({ block: "nearest" });
  }, [focus]);
  const kind = kindOf(node);
  const index = graph.nodes.findIndex(({ key }) => key === node.key);
  const isWork = kind.opens(node) !== "NOTHING";
  const change = (part: Partial<GraphNode>, field: string) =>
    void edit([changeNode({ ...node, ...part })], `${node.key}:${field}`);
  const remove = () => {
    if (edit(removeStep(graph, node.key))) props.onGone();
  };
  return (
    <Stack gap="md" ref={panel}>
      <PanelHead
        kind={t(`kind.${node.kind}`)}
        title={rowName(graph, node.key, (kind) =>
          // Nobody names a bar.
          kindOf(node).standsInRow ? t("editor.unnamed") : t(`kind.${kind}`),
        )}
        moves={[
          {
            label: t("editor.moveUp"),
            icon: <ArrowUpIcon />,
            isDisabled: index <= 0,
            run: () => void edit([moveNode(node.key, index - 1)]),
          },
          {
            label: t("editor.moveDown"),
            icon: <ArrowDownIcon />,
            isDisabled: index >= graph.nodes.length - 1,
            run: () => void edit([moveNode(node.key, index + 1)]),
          },
        ]}
      />
      {kind.standsInRow && (
        <Textarea
          label={t("form.activity")}
          autosize
          minRows={2}
          data-field="activity"
          value={node.text}
          onChange={(event) => change({ text: event.currentTarget.value }, "text")}
        />
      )}
      {(kind.begins || kind.ends) && (
        <Switch
          label={t("editor.work")}
          description={t("editor.workHint")}
          checked={node.work}
          onChange={(event) => change({ work: event.currentTarget.checked }, "work")}
        />
      )}
      {kind.parts.max !== 0 && <NodeLanes node={node} graph={graph} change={change} />}
      {kind.edgesOut.max !== 0 && <NodeArrows node={node} graph={graph} />}
      {kind.opens(node) === "CALL" && <NodeCall node={node} change={change} />}
      {isWork && <NodeStandard node={node} graph={graph} change={change} />}
      <PlaceNotes target={{ targetType: "NODE", targetKey: node.key }} />
      <RemoveButton label={t("editor.removeStep")} onRemove={remove} />
    </Stack>
  );
});
