import { Tabs } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { useDraft, useEditor, useView } from "./editor-context.js";
import type { EditorPanel } from "./editor-view.js";
import { LanePanel } from "./panels/lane-panel.js";
import { NodePanel } from "./panels/node-panel.js";
import { DraftNotes } from "./notes/draft-notes.js";
import { useNotes } from "./notes/notes-context.js";
import { ProblemCounts } from "./panels/problem-count.js";
import { ProblemsPanel } from "./panels/problems-panel.js";
import { RowsPanel } from "./panels/rows-panel.js";
import { SetupPanel } from "./panels/setup-panel.js";
import { useRested } from "./panels/use-rested.js";
import { TimesFoot } from "./times/times-foot.js";
import { ArrowPanel } from "./panels/arrow-panel.js";

/** What stands beside the form: the fields of what is selected, the problems, the notes. */
export function EditorSide() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useEditor().view.getState();
  const panel = useView((state) => state.panel);
  const openNotes = useNotes().notes.filter((note) => !note.resolved).length;
  return (
    <Tabs
      value={panel}
      onChange={(value) => view.setPanel((value ?? "edit") as EditorPanel)}
      keepMounted={false}
      className="side-tabs"
    >
      <Tabs.List grow>
        <Tabs.Tab value="edit">{t("editor.editTab")}</Tabs.Tab>
        <Tabs.Tab value="problems">
          {t("editor.problemsTab")}
          <ProblemCounts />
        </Tabs.Tab>
        <Tabs.Tab value="notes">
          {t("notes.tab")}
          {openNotes > 0 && <span className="count-dot">{format.number(openNotes)}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="edit" className="side-panel">
        <SelectedPanel />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className="side-panel">
        <ProblemsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="notes" className="side-panel">
        <DraftNotes />
      </Tabs.Panel>
      <TimesFoot />
    </Tabs>
  );
}

/** The fields of the selected row or lane. They follow what is typed on the form once that rests. */
function SelectedPanel() {
  const store = useEditor().view;
  const view = store.getState();
  const selection = useView((state) => state.selection);
  const typing = useView((state) => state.typing);
  const graph = useRested(
    useDraft((draft) => draft.document.graph),
    typing,
  );
  const gone = useCallback(() => {
    store.getState().select(null);
    store.getState().openPanel(false);
  }, [store]);
  if (selection?.type === "lane") {
    const lane = graph.lanes.find(({ key }) => key === selection.key);
    if (lane !== undefined) return <LanePanel key={lane.key} lane={lane} />;
  }
  if (selection?.type === "edge") {
    const edge = graph.edges.find(({ key }) => key === selection.key);
    if (edge !== undefined) return <ArrowPanel key={edge.key} edge={edge} graph={graph} />;
  }
  if (selection?.type === "nodes" && selection.keys.length > 1) {
    return <RowsPanel keys={selection.keys} onGone={gone} />;
  }
  if (selection?.type === "nodes") {
    const { node: key, role } = selection.active;
    const node = graph.nodes.find((one) => one.key === key);
    if (node !== undefined) {
      return (
        <NodePanel
          key={key}
          node={node}
          graph={graph}
          focus={role}
          onSelect={view.goTo}
          onGone={gone}
        />
      );
    }
  }
  return (
    <SetupPanel
      onSelectLane={(key) => view.select({ type: "lane", key })}
      onSelectNode={view.goTo}
    />
  );
}
