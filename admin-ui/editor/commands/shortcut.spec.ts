import { describe, expect, it } from "vitest";
import { isShortcut, shortcutText, type KeyPress } from "./shortcut.js";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe("isShortcut", () => {
  it("takes Ctrl and Command for Mod", () => {
    expect(isShortcut("Mod+Z", press("z", { ctrlKey: true }))).toBe(true);
    expect(isShortcut("Mod+Z", press("z", { metaKey: true }))).toBe(true);
  });

  it("minds every modifier", () => {
    expect(isShortcut("Mod+Z", press("z"))).toBe(false);
    expect(isShortcut("Mod+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isShortcut("Alt+ArrowUp", press("ArrowUp", { altKey: true }))).toBe(true);
    expect(isShortcut("F2", press("F2", { altKey: true }))).toBe(false);
  });
});

it("prints a shortcut as the keyboard has it", () => {
  expect(shortcutText("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(shortcutText("Mod+ArrowUp", true)).toBe("⌘+↑");
});
