import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { groupBy } from "../../app/group-by.js";
import { commands } from "../commands/commands.js";
import { useEditor, useView } from "../editor-context.js";
import { Shortcut } from "./shortcut-keys.js";
import "./palette.css";

/** Keys that are no command: they move on the form and in its cells. */
const formKeys: readonly (readonly [labelKey: string, keys: readonly string[]])[] = [
  ["shortcuts.type", ["F2", "Enter"]],
  ["shortcuts.nextStep", ["Enter"]],
  ["shortcuts.nextCell", ["Tab", "Shift+Tab"]],
  ["shortcuts.newLine", ["Shift+Enter", "Alt+Enter"]],
  ["shortcuts.leave", ["Esc"]],
  ["shortcuts.follow", ["Mod+ArrowDown", "Mod+ArrowUp"]],
  ["shortcuts.branch", ["Mod+ArrowLeft", "Mod+ArrowRight"]],
  ["shortcuts.extend", ["Shift+ArrowUp", "Shift+ArrowDown"]],
  ["shortcuts.clipboard", ["Mod+C", "Mod+X", "Mod+V"]],
  ["shortcuts.kinds", ["/"]],
];

/** Every key of the editor, by what it is for. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const isOpen = useView(({ dialog }) => dialog === "shortcuts");
  const groups = groupBy(
    commands.filter(({ keys }) => keys.length > 0),
    ({ group }) => group,
  );
  return (
    <Modal
      opened={isOpen}
      onClose={() => view.getState().openDialog(null)}
      title={t("shortcuts.title")}
      size={760}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className="shortcut-groups">
        <ShortcutGroup
          title={t("shortcuts.onForm")}
          rows={formKeys.map(([labelKey, keys]) => [t(labelKey), keys])}
        />
        {[...groups].map(([group, members]) => (
          <ShortcutGroup
            key={group}
            title={t(`commandGroup.${group}`)}
            rows={members.map(({ labelKey, keys }) => [t(labelKey), keys.slice(0, 2)])}
          />
        ))}
      </div>
    </Modal>
  );
}

function ShortcutGroup(props: {
  title: string;
  rows: readonly (readonly [label: string, keys: readonly string[]])[];
}) {
  return (
    <section className="shortcut-group">
      <h3>{props.title}</h3>
      <dl>
        {props.rows.map(([label, keys]) => (
          <div key={label} className="shortcut-row">
            <dt>{label}</dt>
            <dd>
              {keys.map((one) => (
                <Shortcut key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
