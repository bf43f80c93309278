import { expect, test } from "vitest";
import { draftPlace, emptyDraft, type TaskDraft } from "./task-draft.js";
import { unsentWords } from "./unsent-words.js";

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}

const draft: TaskDraft = {
  outcome: "ya",
  references: { surat: "005/12" },
  brought: ["KTP"],
  comment: "Segera",
  files: [
    {
      key: "k1",
      place: "comment",
      name: "surat.pdf",
      size: 10,
      lastModified: 1,
      uploadId: "u1",
      address: "/uploads/u1",
      chunkSize: 5,
      isReady: true,
    },
  ],
  attempt: { said: "{}", key: "k" },
};

test("a draft is read as it was written, by the same person and of the same task only", () => {
  const storage = memory();
  draftPlace(storage, "siti", "t1").write(draft);
  expect(draftPlace(storage, "siti", "t1").read()).toEqual(draft);
  expect(draftPlace(storage, "rina", "t1").read()).toEqual(emptyDraft);
  expect(draftPlace(storage, "siti", "t2").read()).toEqual(emptyDraft);
  draftPlace(storage, "siti", "t1").clear();
  expect(draftPlace(storage, "siti", "t1").read()).toEqual(emptyDraft);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"references":{"a":1},"brought":[2],"attempt":{"key":1},"files":[{"key":"k","uploadId":1},null]}',
])("what is no draft is read as an empty one: %s", (text) => {
  const storage = { ...memory(), getItem: () => text };
  expect(draftPlace(storage, "siti", "t1").read()).toEqual(emptyDraft);
});

test("a browser that keeps nothing stops nobody", () => {
  const fail = () => {
    throw new Error("QuotaExceededError");
  };
  const place = draftPlace({ getItem: fail, setItem: fail, removeItem: fail }, "siti", "t1");
  place.write(draft);
  place.clear();
  expect(place.read()).toEqual(emptyDraft);
});

test("unsent are the words that the task did not end with", () => {
  const given = [{ reference: "005/12", output: { key: "surat" } }];
  expect(unsentWords(draft, { comment: "Segera", given })).toEqual([]);
  expect(unsentWords(draft, { comment: null, given: [] })).toEqual([
    { output: "surat", text: "005/12" },
    { output: null, text: "Segera" },
  ]);
});
