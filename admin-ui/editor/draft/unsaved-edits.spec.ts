import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyEdits, emptyDocument, type DocumentEdit } from "../../../domain/index.js";
import { createDraftStore, type SaveEdits } from "./draft-store.js";
import { keepUnsaved, recovered, unsavedShelf } from "./unsaved-edits.js";

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    get length() {
      return held.size;
    },
    key: (at: number) => [...held.keys()][at] ?? null,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };
}

const add = (key: string): DocumentEdit => ({
  op: "ADD",
  in: "lanes",
  index: 0,
  value: { key, name: key, binding: null },
});
const rename = (key: string, name: string): DocumentEdit => ({
  op: "UPDATE",
  in: "lanes",
  key,
  value: { key, name, binding: null },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("keepUnsaved", () => {
  it("has every change written down a moment later, until the server has it", async () => {
    let answer: (revision: number) => void = () => undefined;
    const save: SaveEdits = () =>
      new Promise((resolve) => {
        answer = (revision) => resolve({ ok: true, revision });
      });
    const shelf = unsavedShelf(memory(), "person", "version");
    const store = createDraftStore(emptyDocument, 3, save);
    keepUnsaved(store, shelf, "w1");
    store.getState().edit([add("a")]);
    expect(shelf.read()).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(shelf.read()).toEqual([{ editor: "w1", revision: 3, edits: [add("a")] }]);
    await vi.advanceTimersByTimeAsync(1000);
    answer(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(shelf.read()).toEqual([]);
  });

  it("writes at once when the page goes", () => {
    const shelf = unsavedShelf(memory(), "person", "version");
    const store = createDraftStore(emptyDocument, 1, () => new Promise(() => undefined));
    const write = keepUnsaved(store, shelf, "w1");
    store.getState().edit([add("a")]);
    write();
    expect(shelf.read()).toHaveLength(1);
  });
});

describe("unsavedShelf", () => {
  it("keeps one person's editors of one draft apart, and lives with nonsense", () => {
    const storage = memory();
    const shelf = unsavedShelf(storage, "person", "version");
    shelf.write({ editor: "w1", revision: 1, edits: [add("a")] });
    shelf.write({ editor: "w2", revision: 2, edits: [add("b")] });
    storage.setItem("alur.unsaved:person:version:w3", "{");
    expect(shelf.read().map(({ editor }) => editor)).toEqual(["w1", "w2"]);
    expect(unsavedShelf(storage, "other", "version").read()).toEqual([]);
    shelf.write({ editor: "w1", revision: 1, edits: [] });
    expect(shelf.read().map(({ editor }) => editor)).toEqual(["w2"]);
  });
});

describe("recovered", () => {
  const edits = [add("a"), rename("a", "A"), add("b")];
  const after = (some: readonly DocumentEdit[]) => {
    const result = applyEdits(emptyDocument, some);
    if (!result.ok) throw new Error(result.error);
    return result.document;
  };

  it("applies all where nobody has changed the draft", () => {
    expect(recovered(emptyDocument, 4, { revision: 4, edits })).toEqual({
      apply: edits,
      offer: [],
    });
  });

  it("drops what had arrived without an answer, and applies the rest", () => {
    expect(recovered(after(edits), 5, { revision: 4, edits })).toEqual({ apply: [], offer: [] });
    expect(recovered(after(edits.slice(0, 2)), 5, { revision: 4, edits })).toEqual({
      apply: [add("b")],
      offer: [],
    });
  });

  it("knows what had arrived, in whatever order the server says it", () => {
    const said = after([{ ...add("a"), value: { binding: null, name: "A", key: "a" } } as never]);
    expect(recovered(said, 5, { revision: 4, edits: [rename("a", "A")] })).toEqual({
      apply: [],
      offer: [],
    });
  });

  it("offers what somebody else's changes may not go with", () => {
    expect(recovered(after([add("c")]), 5, { revision: 4, edits })).toEqual({
      apply: [],
      offer: edits,
    });
  });
});
