import type { Command } from "../commands/command.js";

const opens = (id: string, labelKey: string, keys: readonly string[], run: Command["run"]) => ({
  id,
  group: "view" as const,
  labelKey,
  keys,
  inFields: true,
  isEnabled: () => true,
  run,
});

/** Ways to find one's way: by name, by what is written, by key. */
export const lookCommands: readonly Command[] = [
  opens("view.palette", "palette.title", ["Mod+K"], ({ view }) =>
    view.getState().openDialog("palette"),
  ),
  opens("view.find", "find.title", ["Mod+F"], ({ view }) => {
    const { finding, find, type } = view.getState();
    type(null);
    find(finding ?? { words: "", at: -1 });
    // Asked for again, it begins with the words that stand there.
    requestAnimationFrame(() => {
      document.querySelector<HTMLInputElement>(".find-field input")?.select();
    });
  }),
  {
    ...opens("view.shortcuts", "shortcuts.title", ["Mod+/", "Shift+?"], ({ view }) =>
      view.getState().openDialog("shortcuts"),
    ),
    inFields: false,
  },
];
