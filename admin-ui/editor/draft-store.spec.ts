import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDocument, type DocumentEdit } from "../../domain/index.js";
import { createDraftStore, type SaveEdits } from "./draft-store.js";

const lane = (name: string) => ({ key: "l", name, binding: null });
const add: DocumentEdit = { op: "ADD", in: "lanes", index: 0, value: lane("A") };
const rename = (name: string): DocumentEdit => ({
  op: "UPDATE",
  in: "lanes",
  key: "l",
  value: lane(name),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function draft(save: SaveEdits) {
  const store = createDraftStore(emptyDocument, 1, save);
  return { store, get: () => store.getState() };
}

describe("createDraftStore", () => {
  it("sends typing as one edit on the revision it knows, and takes over the new one", async () => {
    const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    get().edit([rename("B")], "name");
    get().edit([rename("BC")], "name");
    expect(get().saveState).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls).toEqual([
      [[add], 1],
      [[rename("BC")], 2],
    ]);
    expect(get().saveState).toBe("saved");
    expect(get().revision).toBe(3);
  });

  it("undoes typing as one step, redoes it, and saves both", async () => {
    const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
    const { get } = draft(save);
    get().edit([add]);
    get().edit([rename("B")], "name");
    get().edit([rename("BC")], "name");
    get().undo();
    expect(get().document.graph.lanes[0]?.name).toBe("A");
    get().redo();
    expect(get().document.graph.lanes[0]?.name).toBe("BC");
    expect(await get().flush()).toBe(true);
    expect(get().pending).toEqual([]);
  });

  it("keeps what did not arrive and tries again", async () => {
    let online = false;
    const save = vi.fn<SaveEdits>(async () =>
      online ? { ok: true, revision: 2 } : { ok: false, conflict: false, message: "no network" },
    );
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(get()).toMatchObject({ saveState: "failed", saveMessage: "no network" });
    online = true;
    await vi.advanceTimersByTimeAsync(6000);
    expect(get().saveState).toBe("saved");
    expect(save.mock.lastCall).toEqual([[add], 1]);
  });

  it("sends nothing more after a conflict, and loses nothing", async () => {
    const save = vi.fn<SaveEdits>(async () => ({ ok: false, conflict: true }));
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    get().edit([rename("B")]);
    await vi.advanceTimersByTimeAsync(9000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(get().saveState).toBe("conflict");
    expect(get().pending).toEqual([add, rename("B")]);
  });

  it("sends what was drawn while a save was under way after it", async () => {
    const answers: ((revision: number) => void)[] = [];
    const save = vi.fn<SaveEdits>(
      () => new Promise((resolve) => answers.push((revision) => resolve({ ok: true, revision }))),
    );
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    get().edit([rename("B")]);
    answers[0]?.(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(save.mock.lastCall).toEqual([[rename("B")], 2]);
  });
});
