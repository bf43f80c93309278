import { Drawer, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { memo, useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { DraftCanvas } from "./draft-canvas.js";
import { FormStrip } from "./canvas/form-strip.js";
import { useShortcuts } from "./commands/use-shortcuts.js";
import { ConflictDialog } from "./draft/conflict-dialog.js";
import { KeptEditsNotice } from "./draft/kept-edits-notice.js";
import { useDraftStore } from "./draft/use-draft-store.js";
import { DraftToolbar } from "./draft-toolbar.js";
import { EditorContext, useDraft, useEditor, useView, type Editor } from "./editor-context.js";
import { EditorSide } from "./editor-side.js";
import { narrowWindow, type EditorTab } from "./editor-view.js";
import { DraftVerdict } from "./gate/draft-verdict.js";
import { useRuleLevels } from "./gate/use-rule-levels.js";
import { IdentityPage } from "./identity/identity-page.js";
import { NotesContext } from "./notes/notes-context.js";
import { useVersionNotes } from "./notes/use-version-notes.js";
import { CommandPalette } from "./palette/command-palette.js";
import { FindBar } from "./palette/find-bar.js";
import { ShortcutsDialog } from "./palette/shortcuts-dialog.js";
import { DraftPresence } from "./presence/draft-presence.js";
import { PresenceBar } from "./presence/presence-bar.js";
import { PasteTableDialog } from "./paste/paste-table-dialog.js";
import { RemoveLaneDialog } from "./pointer/remove-lane-dialog.js";
import { DraftProblems } from "./panels/draft-problems.js";
import { ProblemAnnouncer } from "./panels/problem-count.js";
import { positionsQuery, type SopData, type VersionData } from "./sop-operations.js";
import { useEditorView } from "./use-editor-view.js";
import { DraftEnactDialog } from "./versions/draft-enact-dialog.js";
import { SentBackNotice } from "./versions/sent-back-notice.js";

interface DraftEditorProps {
  sop: SopData;
  version: VersionData;
  /** Reads the draft again, and then applies the edits that a conflict kept, if `again`. */
  reload: (again: boolean) => void;
  applyKept: boolean;
}

/** The form as it is drawn: the form on the left, what is selected on the right. */
export function DraftEditor(props: DraftEditorProps) {
  const { sop, version } = props;
  const { t } = useTranslation();
  const { store, kept, round } = useDraftStore(version);
  const view = useEditorView();
  const levels = useRuleLevels(sop);
  const editor = useMemo<Editor>(
    () => ({
      draft: store,
      view,
      t,
      canEnact: sop.canEnact,
      officeId: sop.office.id,
      levels,
    }),
    [store, view, t, sop.canEnact, sop.office.id, levels],
  );
  // Read ahead, so that a lane is bound the moment it is named.
  useQuery({ query: positionsQuery, variables: { officeId: sop.office.id } });
  const prepare = useCallback(() => store.getState().flush(), [store]);
  const notes = useVersionNotes(version, prepare);
  return (
    <EditorContext value={editor}>
      <NotesContext value={notes}>
        <DraftPresence sop={sop} versionId={version.id} kept={kept} reload={props.reload}>
          <DraftProblems versionId={version.id}>
            <KeptEditsNotice key={round} kept={kept} applyAtOnce={props.applyKept && round === 0} />
            <SentBackNotice version={version} />
            <ProblemAnnouncer />
            <EditorTabs sop={sop} version={version} />
            <DraftEnactDialog version={version} />
            <RemoveLaneDialog />
            <CommandPalette />
            <ShortcutsDialog />
            <PasteTableDialog />
            <ConflictDialog kept={kept} reload={props.reload} />
          </DraftProblems>
        </DraftPresence>
      </NotesContext>
    </EditorContext>
  );
}

const EditorTabs = memo(function EditorTabs(props: { sop: SopData; version: VersionData }) {
  const { sop, version } = props;
  const { t } = useTranslation();
  const { view } = useEditor();
  const tab = useView((state) => state.tab);
  const isSideShown = useView((state) => state.isSideShown);
  const identity = useDraft((state) => state.document.identity);
  useShortcuts();
  return (
    <Tabs
      value={tab}
      onChange={(value) => view.getState().setTab((value ?? "form") as EditorTab)}
      keepMounted={false}
      className="version-tabs"
    >
      <div className="tab-bar">
        <Tabs.List>
          <Tabs.Tab value="form">{t("sop.formTab")}</Tabs.Tab>
          <Tabs.Tab value="identity">{t("sop.identityTab")}</Tabs.Tab>
        </Tabs.List>
        <PresenceBar />
        <DraftToolbar sop={sop} version={version} />
      </div>
      <FindBar />
      <Tabs.Panel value="form" className="form-panel">
        <div className="form-lead">
          <FormStrip identity={identity} sop={sop} />
          <DraftVerdict />
        </div>
        <div className={isSideShown ? "editor-columns" : "form-place"}>
          <div className="canvas-place">
            <DraftCanvas />
          </div>
          <SidePlace />
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="identity">
        <DraftIdentity sop={sop} />
      </Tabs.Panel>
    </Tabs>
  );
});

function DraftIdentity({ sop }: { sop: SopData }) {
  const { draft } = useEditor();
  const document = useDraft((state) => state.document);
  return (
    <IdentityPage
      sop={sop}
      document={document}
      onEdit={(edits, tag) => void draft.getState().edit(edits, tag)}
    />
  );
}

/** Beside the form, or in a drawer where the window is too narrow for both. */
const SidePlace = memo(function SidePlace() {
  const { t } = useTranslation();
  const view = useEditor().view.getState();
  const isOpen = useView((state) => state.isPanelOpen);
  const isShown = useView((state) => state.isSideShown);
  const isNarrow = useMediaQuery(narrowWindow) === true;
  if (!isNarrow) {
    if (!isShown) return null;
    return (
      <aside className="side sheet" aria-label={t("editor.panel")}>
        <EditorSide />
      </aside>
    );
  }
  return (
    <Drawer
      opened={isOpen}
      onClose={() => view.openPanel(false)}
      position="bottom"
      size="70%"
      title={t("editor.editTab")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <EditorSide />
    </Drawer>
  );
});
