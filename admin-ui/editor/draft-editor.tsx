import { Drawer, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { findProblems } from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import { ConflictDialog } from "./draft/conflict-dialog.js";
import { DraftContext } from "./draft/draft-context.js";
import { DraftToolbar } from "./draft-toolbar.js";
import { EnactDialog } from "./versions/enact-dialog.js";
import { FormCanvas } from "./canvas/form-canvas.js";
import { FormStrip } from "./canvas/form-strip.js";
import { IdentityPage } from "./identity/identity-page.js";
import { KeptEditsNotice } from "./draft/kept-edits-notice.js";
import { LanePanel } from "./panels/lane-panel.js";
import { NodePanel } from "./panels/node-panel.js";
import { NotesPanel } from "./panels/notes-panel.js";
import { ProblemsPanel } from "./panels/problems-panel.js";
import { rowFlags } from "./canvas/row-flags.js";
import type { Selection } from "./selection.js";
import { SetupPanel } from "./panels/setup-panel.js";
import type { SopData, VersionData } from "./sop-operations.js";
import { useDraftStore } from "./draft/use-draft-store.js";

/** The form as it is drawn: the form on the left, what is selected on the right. */
export function DraftEditor(props: {
  sop: SopData;
  version: VersionData;
  /** Reads the draft again, and then applies the edits that a conflict kept, if `again`. */
  reload: (again: boolean) => void;
  applyKept: boolean;
}) {
  const { sop, version } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { store, kept } = useDraftStore(version);
  const document = useStore(store, (draft) => draft.document);
  const { graph } = document;
  const problems = useMemo(() => findProblems(graph), [graph]);
  const flags = useMemo(
    () => rowFlags(version.notes, problems, graph.edges),
    [version.notes, problems, graph.edges],
  );
  const [selection, setSelection] = useState<Selection | null>(null);
  const [reveal, setReveal] = useState<{ node: string } | null>(null);
  const [tab, setTab] = useState<string | null>("form");
  const [panel, setPanel] = useState<string | null>("edit");
  const [enacting, setEnacting] = useState(false);
  const isNarrow = useMediaQuery("(max-width: 900px)") === true;
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const openNotes = version.notes.filter((note) => !note.resolved).length;

  const select = (next: Selection | null) => {
    setSelection(next);
    setPanel("edit");
    if (next !== null) setTab("form");
    if (isNarrow) setDrawerOpen(next !== null);
  };
  const goTo = (node: string) => {
    select({ type: "node", key: node, role: "activity" });
    setReveal({ node });
  };
  const prepare = async () => ((await store.getState().flush()) ? store.getState().revision : null);
  const goToLane = (lane: string) => select({ type: "lane", key: lane });
  const node =
    selection?.type === "node" ? graph.nodes.find(({ key }) => key === selection.key) : undefined;
  const lane =
    selection?.type === "lane" ? graph.lanes.find(({ key }) => key === selection.key) : undefined;

  const side = (
    <Tabs value={panel} onChange={setPanel} keepMounted={false} className="side-tabs">
      <Tabs.List grow>
        <Tabs.Tab value="edit">{t("editor.editTab")}</Tabs.Tab>
        <Tabs.Tab value="problems">
          {t("editor.problemsTab")}
          {problems.length > 0 && (
            <span className="count-dot" data-tone="late">
              {format.number(problems.length)}
            </span>
          )}
        </Tabs.Tab>
        {version.notes.length > 0 && (
          <Tabs.Tab value="notes">
            {t("notes.tab")}
            {openNotes > 0 && <span className="count-dot">{format.number(openNotes)}</span>}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="edit" className="side-panel">
        {node !== undefined ? (
          <NodePanel
            key={node.key}
            node={node}
            focus={selection?.type === "node" ? selection.role : "activity"}
            onSelect={goTo}
            onGone={() => select(null)}
          />
        ) : lane !== undefined ? (
          <LanePanel key={lane.key} lane={lane} onGone={() => select(null)} />
        ) : (
          <SetupPanel onSelectLane={goToLane} onSelectNode={goTo} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="problems" className="side-panel">
        <ProblemsPanel problems={problems} graph={graph} onNode={goTo} onLane={goToLane} />
      </Tabs.Panel>
      <Tabs.Panel value="notes" className="side-panel">
        <NotesPanel
          notes={version.notes}
          graph={graph}
          canResolve={sop.canEnact}
          onNode={goTo}
          onIdentity={() => setTab("identity")}
        />
      </Tabs.Panel>
    </Tabs>
  );

  return (
    <DraftContext value={store}>
      <KeptEditsNotice kept={kept} applyAtOnce={props.applyKept} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className="version-tabs">
        <div className="tab-bar">
          <Tabs.List>
            <Tabs.Tab value="form">{t("sop.formTab")}</Tabs.Tab>
            <Tabs.Tab value="identity">{t("sop.identityTab")}</Tabs.Tab>
          </Tabs.List>
          <DraftToolbar
            version={version}
            selection={selection}
            onSelect={select}
            onEnact={sop.canEnact ? () => setEnacting(true) : null}
            prepare={prepare}
            onPanel={isNarrow ? () => setDrawerOpen(true) : null}
          />
        </div>
        <Tabs.Panel value="form" className="form-panel">
          <FormStrip identity={document.identity} sop={sop} />
          <div className="editor-columns">
            <div className="canvas-place">
              <FormCanvas
                graph={graph}
                flags={flags}
                fill
                selected={node?.key ?? null}
                selectedLane={lane?.key ?? null}
                onSelect={(key, role) => select({ type: "node", key, role })}
                onSelectLane={(key) => select({ type: "lane", key })}
                reveal={reveal}
              />
            </div>
            {isNarrow ? (
              <Drawer
                opened={isDrawerOpen}
                onClose={() => setDrawerOpen(false)}
                position="bottom"
                size="70%"
                title={t("editor.editTab")}
                closeButtonProps={{ "aria-label": t("common.close") }}
              >
                {side}
              </Drawer>
            ) : (
              <aside className="side sheet" aria-label={t("editor.panel")}>
                {side}
              </aside>
            )}
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="identity">
          <IdentityPage
            sop={sop}
            document={document}
            notes={version.notes}
            onEdit={(edits, tag) => void store.getState().edit(edits, tag)}
          />
        </Tabs.Panel>
      </Tabs>
      <EnactDialog
        opened={enacting}
        onClose={() => setEnacting(false)}
        version={version}
        graph={graph}
        problems={problems}
        prepare={prepare}
        onNode={goTo}
        onLane={goToLane}
      />
      <ConflictDialog kept={kept} reload={props.reload} />
    </DraftContext>
  );
}
