import { expect, it, vi } from "vitest";
import type { Client } from "urql";
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
