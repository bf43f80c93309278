import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RedoIcon, UndoIcon } from "../app/icons.js";
import { useDraft, useDraftApi } from "./draft/draft-context.js";
import { addLane, addStep } from "./changes/graph-changes.js";
import type { NodeKindView } from "./kinds/node-kind-view.js";
import { paletteViews } from "./kinds/node-kind-views.js";
import { newKey } from "./draft/new-key.js";
import { SaveStateLine } from "./draft/save-state-line.js";
import type { Selection } from "./selection.js";
import { SubmitButton } from "./versions/submit-button.js";
import type { VersionData } from "./sop-operations.js";
import { VersionStatusLine } from "./versions/version-status-line.js";

export function DraftToolbar(props: {
  version: VersionData;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
  /** `null` where the person may not enact. */
  onEnact: (() => void) | null;
  /** Saves what is unsaved; the revision on the server, or `null` where saving failed. */
  prepare: () => Promise<number | null>;
  /** Opens the panel where it does not stand beside the form. */
  onPanel: (() => void) | null;
}) {
  const { t } = useTranslation();
  const store = useDraftApi();
  const graph = useDraft((draft) => draft.document.graph);
  const canUndo = useDraft((draft) => draft.undoSteps.length > 0);
  const canRedo = useDraft((draft) => draft.redoSteps.length > 0);
  const { undo, redo, edit } = store.getState();

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest("input,textarea");
      if (isTyping || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo]);

  const add = (view: NodeKindView) => {
    const after = anchorOf(graph.nodes, props.selection);
    const anchor = graph.nodes.find((node) => node.key === after);
    const lane = anchor?.parts[0]?.lane ?? graph.lanes[0]?.key ?? null;
    const node = view.create(newKey("n"), lane);
    const outcomes = [t("editor.yes"), t("editor.no")];
    if (edit(addStep(graph, after ?? "", node, outcomes, () => newKey("e")))) {
      props.onSelect({ type: "node", key: node.key, role: "activity" });
    }
  };
  const addOneLane = () => {
    const key = newKey("p");
    const name = t("editor.newLaneName", { number: graph.lanes.length + 1 });
    if (edit([addLane(graph, { key, name, binding: null })])) {
      props.onSelect({ type: "lane", key });
    }
  };
  return (
    <div className="draft-toolbar">
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button size="xs" fz="sm" variant="default">
            {t("editor.addStep")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {paletteViews.map((view) => (
            <Menu.Item
              key={view.kind}
              leftSection={<PaletteIcon view={view} />}
              onClick={() => add(view)}
            >
              <div>{t(view.labelKey)}</div>
              <div className="quiet palette-hint">{t(view.hintKey)}</div>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" fz="sm" variant="default" onClick={addOneLane}>
        {t("editor.addLane")}
      </Button>
      <ActionIcon.Group>
        <Tooltip label={t("editor.undo")}>
          <ActionIcon
            variant="default"
            aria-label={t("editor.undo")}
            disabled={!canUndo}
            onClick={undo}
          >
            <UndoIcon />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t("editor.redo")}>
          <ActionIcon
            variant="default"
            aria-label={t("editor.redo")}
            disabled={!canRedo}
            onClick={redo}
          >
            <RedoIcon />
          </ActionIcon>
        </Tooltip>
      </ActionIcon.Group>
      <SaveStateLine />
      <VersionStatusLine version={props.version} />
      {props.onPanel !== null && (
        <Button size="xs" fz="sm" variant="default" onClick={props.onPanel}>
          {t("editor.editTab")}
        </Button>
      )}
      <SubmitButton versionId={props.version.id} prepare={props.prepare} />
      {props.onEnact !== null && (
        <Button size="xs" fz="sm" onClick={props.onEnact}>
          {t("editor.enact")}
        </Button>
      )}
    </div>
  );
}

/** A new step goes under the selected row, or else before the last row of the form. */
function anchorOf(
  nodes: readonly { readonly key: string }[],
  selection: Selection | null,
): string | null {
  if (selection?.type === "node") return selection.key;
  return nodes.at(-1)?.key ?? null;
}

function PaletteIcon({ view }: { view: NodeKindView }) {
  const { Shape, icon } = view;
  return (
    <span className="symbol palette-icon">
      <svg width={icon.width} height={icon.height} aria-hidden="true">
        <Shape {...icon} />
      </svg>
    </span>
  );
}
