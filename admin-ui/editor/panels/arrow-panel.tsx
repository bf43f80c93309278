import { Select, Stack, TextInput } from "@mantine/core";
import { kindOf, type Edge, type Graph } from "../../../domain/index.js";
import { takesArrow } from "../changes/connect-steps.js";
import { changeEdge, removeEdge } from "../changes/graph-changes.js";
import { useEditor } from "../editor-context.js";
import { PlaceNotes } from "../notes/place-notes.js";
import { PanelHead } from "./panel-head.js";
import { rowNamer } from "./problem-text.js";
import { RemoveButton } from "./remove-button.js";

/** One arrow: the outcome that it stands for, and the row that it leads to. */
export function ArrowPanel({ edge, graph }: { edge: Edge; graph: Graph }) {
  const { t, draft, view } = useEditor();
  const { edit } = draft.getState();
  const nameOf = rowNamer(graph, (kind) => t(`kind.${kind}`));
  const source = graph.nodes.find(({ key }) => key === edge.from);
  const remove = () => {
    if (edit([removeEdge(edge.key)])) view.getState().select(null);
  };
  return (
    <Stack gap="md">
      <PanelHead
        kind={t("pointer.arrow")}
        title={t("pointer.arrowFrom", { step: nameOf(edge.from) })}
      />
      {source !== undefined && kindOf(source).namesOutcomes && (
        <TextInput
          label={t("pointer.outcome")}
          placeholder={t("editor.outcomePlaceholder")}
          value={edge.outcome ?? ""}
          onChange={(event) =>
            void edit(
              [changeEdge({ ...edge, outcome: event.currentTarget.value })],
              `${edge.key}:outcome`,
            )
          }
        />
      )}
      <Select
        label={t("pointer.leadsTo")}
        description={t("pointer.leadsToHint")}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("common.nothingFound")}
        value={edge.to}
        data={graph.nodes
          .filter(({ key }) => takesArrow(graph, edge.from, key))
          .map(({ key }) => ({ value: key, label: nameOf(key) }))}
        onChange={(to) => to !== null && void edit([changeEdge({ ...edge, to })])}
      />
      <PlaceNotes target={{ targetType: "EDGE", targetKey: edge.key }} />
      <RemoveButton label={t("pointer.removeArrow")} onRemove={remove} />
    </Stack>
  );
}
