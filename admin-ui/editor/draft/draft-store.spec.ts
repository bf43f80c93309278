import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDocument, type DocumentEdit } from "../../../domain/index.js";
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

  it("does not ask again for what was refused and is taken back", async () => {
    const isLong = (edit: DocumentEdit) =>
      edit.op === "UPDATE" && edit.in === "lanes" && edit.value.name === "too long";
    const save = vi.fn<SaveEdits>(async (edits, revision) =>
      edits.some(isLong)
        ? { ok: false, conflict: null, message: "too long", isLost: false }
        : { ok: true, revision: revision + 1 },
    );
    const { get } = draft(save);
    get().edit([add]);
    expect(await get().flush()).toBe(true);
    get().edit([rename("too long")]);
    get().edit([{ op: "ADD", in: "lanes", index: 1, value: { ...lane("B"), key: "other" } }]);
    expect(await get().flush()).toBe(false);
    get().edit([rename("short")]);
    expect(await get().flush()).toBe(true);
    expect(get()).toMatchObject({ saveState: "saved", pending: [] });
    expect(get().document.graph.lanes.map(({ name }) => name)).toEqual(["short", "B"]);
    get().edit([rename("too long")]);
    expect(await get().flush()).toBe(false);
    const { calls } = save.mock;
    const before = calls.length;
    get().undo();
    expect(await get().flush()).toBe(true);
    expect(get().saveState).toBe("saved");
    expect(calls.length).toBe(before);
  });

  it("sends much in calls that the server takes", async () => {
    const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
    const { get } = draft(save);
    const many = Array.from({ length: 150 }, (_, index): DocumentEdit => {
      const value = { key: `l${index}`, name: "a".repeat(4000), binding: null };
      return { op: "ADD", in: "lanes", index, value };
    });
    get().edit(many);
    expect(await get().flush()).toBe(true);
    expect(save.mock.calls.flatMap(([edits]) => edits)).toEqual(many);
    const sizes = save.mock.calls.map(([edits]) => JSON.stringify(edits).length);
    expect(Math.max(...sizes)).toBeLessThan(400_000);
  });

  it("sends nothing once it is stopped, and keeps it", async () => {
    const save = vi.fn<SaveEdits>(async () => ({
      ok: false,
      conflict: null,
      message: "no network",
      isLost: true,
    }));
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledOnce();
    get().stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await get().flush()).toBe(false);
    expect(save).toHaveBeenCalledOnce();
    expect(get().pending).toEqual([add]);
  });

  it("keeps what did not arrive and tries again", async () => {
    let online = false;
    const save = vi.fn<SaveEdits>(async () =>
      online
        ? { ok: true, revision: 2 }
        : { ok: false, conflict: null, message: "no network", isLost: true },
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
    const save = vi.fn<SaveEdits>(async () => ({
      ok: false,
      conflict: { revision: 2, edits: [rename("theirs")] },
    }));
    const { get } = draft(save);
    get().edit([add]);
    await vi.advanceTimersByTimeAsync(1000);
    get().edit([rename("B")]);
    await vi.advanceTimersByTimeAsync(9000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(get().saveState).toBe("conflict");
    expect(get().pending).toEqual([add, rename("B")]);
  });

  it("does not tell what the others made of it where that is not handed over", async () => {
    for (const newest of [40, 1]) {
      const { get } = draft(async () => ({
        ok: false,
        conflict: { revision: newest, edits: [] },
      }));
      get().edit([add]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(get()).toMatchObject({ saveState: "conflict", overtaken: null, pending: [add] });
    }
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

  it("sends many edits in order, at most 200 at a time, until none is left", async () => {
    const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
    const { get } = draft(save);
    const many = Array.from({ length: 501 }, (_, at): DocumentEdit => {
      const key = `l${at}`;
      return { op: "ADD", in: "lanes", index: at, value: { key, name: key, binding: null } };
    });
    get().edit(many);
    expect(await get().flush()).toBe(true);
    expect(save.mock.calls.map(([edits, revision]) => [edits.length, revision])).toEqual([
      [200, 1],
      [200, 2],
      [101, 3],
    ]);
    expect(save.mock.calls.flatMap(([edits]) => edits)).toEqual(many);
    expect(get()).toMatchObject({ saveState: "saved", revision: 4, pending: [] });
  });

  describe("when others save meanwhile", () => {
    const other = { key: "o", name: "Other", binding: null };
    const theirs: DocumentEdit = { op: "ADD", in: "lanes", index: 0, value: other };
    const names = (lanes: readonly { readonly name: string }[]) => lanes.map(({ name }) => name);

    it("takes their edits under what waits here, and undoes only its own", async () => {
      const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
      const { get } = draft(save);
      get().edit([add]);
      expect(get().receive([theirs], 1, 4)).toBe(true);
      expect(names(get().document.graph.lanes)).toEqual(["A", "Other"]);
      expect(await get().flush()).toBe(true);
      expect(save.mock.lastCall?.[1]).toBe(4);
      get().undo();
      expect(names(get().document.graph.lanes)).toEqual(["Other"]);
      get().redo();
      expect(names(get().document.graph.lanes)).toEqual(["A", "Other"]);
    });

    it("takes nothing that meets its own, or that is of another revision", () => {
      const { get } = draft(async (_, revision) => ({ ok: true, revision: revision + 1 }));
      get().edit([add]);
      const same: DocumentEdit = { op: "ADD", in: "lanes", index: 0, value: lane("theirs") };
      expect(get().receive([same], 1, 2)).toBe(false);
      expect(get().receive([theirs], 2, 3)).toBe(false);
      expect(get()).toMatchObject({ revision: 1, pending: [add] });
    });

    it("sends a save again on top of theirs where they are apart", async () => {
      const save = vi.fn<SaveEdits>(async (_, revision) =>
        revision === 1
          ? { ok: false, conflict: { revision: 2, edits: [theirs] } }
          : { ok: true, revision: revision + 1 },
      );
      const { get } = draft(save);
      get().edit([add]);
      expect(await get().flush()).toBe(true);
      expect(get()).toMatchObject({ saveState: "saved", revision: 3 });
      expect(names(get().document.graph.lanes)).toEqual(["A", "Other"]);
    });
  });

  describe("when the answer to a save was lost", () => {
    /** The server saves, the answer does not arrive, and others may save before the next try. */
    function losing(theirs: readonly DocumentEdit[]) {
      const log: DocumentEdit[][] = [];
      const save = vi.fn<SaveEdits>(async (edits, revision) => {
        const since = log.slice(revision - 1).flat();
        if (since.length > 0) {
          return { ok: false, conflict: { revision: log.length + 1, edits: since } };
        }
        log.push(JSON.parse(JSON.stringify(edits)) as DocumentEdit[]);
        if (log.length > 1) return { ok: true, revision: log.length + 1 };
        if (theirs.length > 0) log.push([...theirs]);
        return { ok: false, conflict: null, message: "no network", isLost: true };
      });
      return { ...draft(save), log };
    }

    it("knows its own edits again and goes on after them", async () => {
      const { get, log } = losing([]);
      get().edit([add]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(get().saveState).toBe("failed");
      get().edit([rename("B")]);
      get().edit([rename("BC")]);
      await vi.advanceTimersByTimeAsync(9000);
      expect(log).toEqual([[add], [rename("BC")]]);
      expect(get()).toMatchObject({ saveState: "saved", revision: 3, pending: [] });
    });

    it("does not rewrite by later typing what may have arrived", async () => {
      const { get, log } = losing([]);
      get().edit([add, rename("B")]);
      await vi.advanceTimersByTimeAsync(1000);
      get().edit([rename("BC")]);
      await vi.advanceTimersByTimeAsync(9000);
      expect(log).toEqual([[add, rename("B")], [rename("BC")]]);
      expect(get().saveState).toBe("saved");
    });

    it("takes what others saved after them for the conflict that it is", async () => {
      const { get } = losing([rename("theirs")]);
      get().edit([add]);
      await vi.advanceTimersByTimeAsync(1000);
      get().edit([rename("mine")]);
      await vi.advanceTimersByTimeAsync(9000);
      expect(get()).toMatchObject({ saveState: "conflict", pending: [rename("mine")] });
    });
  });

  it("mends by later typing what the server refused", async () => {
    const save = vi.fn<SaveEdits>(async (edits, revision) =>
      JSON.stringify(edits).includes("too long")
        ? { ok: false, conflict: null, message: "too long", isLost: false }
        : { ok: true, revision: revision + 1 },
    );
    const { get } = draft(save);
    get().edit([add]);
    await get().flush();
    get().edit([rename("too long")]);
    expect(await get().flush()).toBe(false);
    get().edit([rename("short")]);
    expect(await get().flush()).toBe(true);
    expect(save.mock.lastCall).toEqual([[rename("short")], 2]);
  });

  it("applies again what still fits, as one step, and hands back the rest", async () => {
    const save = vi.fn<SaveEdits>(async (_, revision) => ({ ok: true, revision: revision + 1 }));
    const { get } = draft(save);
    get().edit([add]);
    const gone: DocumentEdit = { op: "REMOVE", in: "nodes", key: "gone" };
    expect(get().reapply([rename("B"), gone, add, rename("C")])).toEqual([gone, add]);
    expect(get().document.graph.lanes).toEqual([lane("C")]);
    get().undo();
    expect(get().document.graph.lanes).toEqual([lane("A")]);
  });
});
