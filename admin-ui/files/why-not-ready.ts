import type { UploadItem } from "./use-uploads.js";

/** What keeps files from being handed on: one that was refused does not become ready by waiting. */
export function whyNotReady(
  items: readonly Pick<UploadItem, "state">[],
): "hasRefused" | "notReady" | null {
  if (items.some(({ state }) => state === "REFUSED")) return "hasRefused";
  return items.every(({ state }) => state === "READY") ? null : "notReady";
}
