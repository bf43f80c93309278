import { expect, it } from "vitest";
import { emptyDocument, type DocumentEdit } from "../../../domain/index.js";
import { createDraftStore, type SaveEdits } from "./draft-store.js";
import { keepOnConflict, keptEdits } from "./kept-edits.js";

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };
}

const named = (key: string): DocumentEdit => ({
  op: "ADD",
  in: "lanes",
  index: 0,
  value: { key, name: key, binding: null },
});

it("keeps one person's edits of one draft, until they are forgotten", () => {
  const storage = memory();
  const kept = keptEdits(storage, "person", "version");
  expect(kept.read()).toEqual([]);
  kept.write([named("a")]);
  expect(keptEdits(storage, "person", "version").read()).toEqual([named("a")]);
  expect(keptEdits(storage, "other", "version").read()).toEqual([]);
  kept.write([]);
  expect(storage.held.size).toBe(0);
});

it("lives with a browser that keeps nothing, or something else", () => {
  const full = () => {
    throw new Error("full");
  };
  const kept = keptEdits({ ...memory(), setItem: full }, "person", "version");
  kept.write([named("a")]);
  // The draft is read again before the edits are applied: this window has to have them still.
  expect(keptEdits({ ...memory(), setItem: full }, "person", "version").read()).toEqual([
    named("a"),
  ]);
  kept.write([]);
  expect(kept.read()).toEqual([]);
  expect(keptEdits({ ...memory(), getItem: () => "{" }, "person", "version").read()).toEqual([]);
});

it("keeps on a conflict what the server does not have, and what comes after it", async () => {
  const save: SaveEdits = async () => ({ ok: false, conflict: { revision: 9, edits: [] } });
  const store = createDraftStore(emptyDocument, 1, save);
  const kept = keptEdits(memory(), "person", "version");
  kept.write([named("left over")]);
  keepOnConflict(store, kept);
  store.getState().edit([named("a")]);
  expect(kept.read()).toEqual([named("left over")]);
  await store.getState().flush();
  expect(kept.read()).toEqual([named("left over"), named("a")]);
  store.getState().edit([named("b")]);
  expect(kept.read()).toEqual([named("left over"), named("a"), named("b")]);
});
