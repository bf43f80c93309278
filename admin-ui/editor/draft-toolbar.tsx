import { ActionIcon, Button, Menu, Popover, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  DotsIcon,
  NewLaneIcon,
  PlusIcon,
  RedoIcon,
  SearchIcon,
  SidePanelIcon,
  TableIcon,
  UndoIcon,
} from "../app/icons.js";
import { redoCommand, undoCommand } from "./commands/history-commands.js";
import { addLaneCommand } from "./commands/lane-commands.js";
import { addStepOfKind } from "./commands/step-commands.js";
import { SaveStateLine } from "./draft/save-state-line.js";
import { savedRevision } from "./draft/saved-revision.js";
import { useDraft, useEditor, useView } from "./editor-context.js";
import { KindIcon } from "./kinds/kind-icon.js";
import { paletteViews } from "./kinds/node-kind-views.js";
import type { Command } from "./commands/command.js";
import { sideCommand } from "./commands/view-commands.js";
import { narrowWindow } from "./editor-view.js";
import { useProblems } from "./panels/draft-problems.js";
import { ProblemCount } from "./panels/problem-count.js";
import { pasteTableCommand } from "./paste/paste-table-command.js";
import { shownShortcut } from "./palette/shortcut-keys.js";
import type { SopData, VersionData } from "./sop-operations.js";
import { SubmitButton } from "./versions/submit-button.js";
import { VersionStatusLine } from "./versions/version-status-line.js";
import "./draft-toolbar.css";

export function DraftToolbar(props: { sop: SopData; version: VersionData }) {
  const { sop, version } = props;
  const { t } = useTranslation();
  const editor = useEditor();
  const { draft, view, canEnact } = editor;
  const canUndo = useDraft((state) => state.undoSteps.length > 0);
  const canRedo = useDraft((state) => state.redoSteps.length > 0);
  const isNarrow = useMediaQuery(narrowWindow) === true;
  const isPhone = useMediaQuery("(max-width: 600px)") === true;
  const [isMoreOpen, setMoreOpen] = useState(false);
  // What draws stands with the drawing; undo and what finishes the draft are for both pages.
  const isOnForm = useView(({ tab }) => tab === "form");
  const drawing = isOnForm && (
    <>
      <FoldingButton command={addLaneCommand} icon={<NewLaneIcon />} />
      <FoldingButton command={pasteTableCommand} icon={<TableIcon />} />
    </>
  );
  const finishing = (
    <>
      {isNarrow && (
        <Button size="xs" fz="sm" variant="default" onClick={() => view.getState().openPanel(true)}>
          {t("editor.editTab")}
        </Button>
      )}
      <SubmitButton versionId={version.id} prepare={() => savedRevision(draft)} />
      {canEnact && (
        <Button size="xs" fz="sm" onClick={() => view.getState().openDialog("enact")}>
          {t("editor.enact")}
        </Button>
      )}
    </>
  );
  return (
    <div className="draft-toolbar">
      {isOnForm && <AddStepMenu />}
      {!isPhone && drawing}
      <ActionIcon.Group>
        <Tooltip label={t("editor.undo")}>
          <ActionIcon
            variant="default"
            aria-label={t("editor.undo")}
            disabled={!canUndo}
            onClick={() => undoCommand.run(editor)}
          >
            <UndoIcon />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("editor.redo")}>
          <ActionIcon
            variant="default"
            aria-label={t("editor.redo")}
            disabled={!canRedo}
            onClick={() => redoCommand.run(editor)}
          >
            <RedoIcon />
          </ActionIcon>
        </Tooltip>
      </ActionIcon.Group>
      {!isPhone && (
        <Tooltip label={`${t("palette.title")} (${shownShortcut("Mod+K")})`}>
          <ActionIcon
            variant="default"
            aria-label={t("palette.title")}
            onClick={() => view.getState().openDialog("palette")}
          >
            <SearchIcon />
          </ActionIcon>
        </Tooltip>
      )}
      <SaveStateLine />
      {/* Of several versions the one shown is named in the heading. */}
      {sop.versions.length === 1 && <VersionStatusLine version={version} />}
      {isPhone ? (
        // What it opens outlives it: a dialog must not go with the menu that it was opened from.
        <Popover
          opened={isMoreOpen}
          onChange={setMoreOpen}
          position="bottom-end"
          width={220}
          keepMounted
        >
          <Popover.Target>
            <ActionIcon
              variant="default"
              ml="auto"
              aria-label={t("pointer.more")}
              onClick={() => setMoreOpen(!isMoreOpen)}
            >
              <DotsIcon />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown className="toolbar-more" onClick={() => setMoreOpen(false)}>
            {drawing}
            {finishing}
          </Popover.Dropdown>
        </Popover>
      ) : (
        finishing
      )}
      {isOnForm && !isNarrow && <SideToggle />}
    </div>
  );
}

/** A command by its name, or where the window is narrow by its picture. */
function FoldingButton({ command, icon }: { command: Command; icon: ReactNode }) {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <Button
      size="xs"
      fz="sm"
      variant="default"
      className="folding-button"
      leftSection={icon}
      title={t(command.labelKey)}
      onClick={() => command.run(editor)}
    >
      {t(command.labelKey)}
    </Button>
  );
}

/** Folds the panel away, to draw on the whole width; what is wrong is still counted. */
function SideToggle() {
  const { t } = useTranslation();
  const editor = useEditor();
  const isShown = useView(({ isSideShown }) => isSideShown);
  const { errors } = useProblems();
  const label = t(isShown ? "editor.hidePanel" : "editor.showPanel");
  return (
    <Tooltip label={`${label} (${shownShortcut("Mod+\\")})`}>
      <Button
        size="xs"
        px={6}
        variant="default"
        aria-label={label}
        aria-expanded={isShown}
        onClick={() => sideCommand.run(editor)}
      >
        <SidePanelIcon />
        {!isShown && <ProblemCount count={errors.length} />}
      </Button>
    </Tooltip>
  );
}

function AddStepMenu() {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          size="xs"
          fz="sm"
          variant="default"
          className="folding-button"
          leftSection={<PlusIcon />}
          title={t("editor.addStep")}
        >
          {t("editor.addStep")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {paletteViews.map((kind) => (
          <Menu.Item
            key={kind.kind}
            leftSection={<KindIcon view={kind} />}
            onClick={() => addStepOfKind(editor, kind)}
          >
            <div>{t(kind.labelKey)}</div>
            <div className="quiet palette-hint">{t(kind.hintKey)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
