import { expect, it, vi } from "vitest";
import { CombinedError, type Client } from "urql";
import type { VersionData } from "../sop-operations.js";
import { saveDraft } from "./save-draft.js";

const never = () => ({ toPromise: () => new Promise<never>(() => undefined) });
const version = { id: "version", lanes: [] } as unknown as VersionData;
const translate = ((key: string) => key) as unknown as Parameters<typeof saveDraft>[2];

it.each([
  ["the positions do not come", { query: never, mutation: never }, false],
  [
    "its answer does not come",
    { query: () => ({ toPromise: async () => ({}) }), mutation: never },
    true,
  ],
])("gives up waiting where %s", async (_, client, isLost) => {
  vi.useFakeTimers();
  const save = saveDraft(client as unknown as Client, version, translate);
  const saved = save([], 1);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await saved).toEqual({ ok: false, conflict: null, message: "error.slow", isLost });
  vi.useRealTimers();
});

it.each([
  ["TOO_LARGE", undefined, false],
  ["BAD_USER_INPUT", ["editDraft"], false],
  ["INTERNAL_SERVER_ERROR", ["editDraft"], true],
  // Saved, and then not to be read.
  ["FORBIDDEN", ["editDraft", "version", "notes"], true],
])("knows whether %s can have come after a save", async (code, path, isLost) => {
  const graphQLErrors = [{ message: code, path, extensions: { code } }];
  const answer = { data: null, error: new CombinedError({ graphQLErrors }) };
  const client = {
    query: () => ({ toPromise: async () => ({}) }),
    mutation: () => ({ toPromise: async () => answer }),
  };
  const saved = await saveDraft(client as unknown as Client, version, translate)([], 1);
  expect(saved).toMatchObject({ ok: false, conflict: null, isLost });
});
