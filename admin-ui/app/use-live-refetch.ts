import { useEffect } from "react";
import { useSubscription } from "urql";
import { announceUnread } from "../notices/unread-count.js";
import { deskChangedSubscription } from "./account-operations.js";

/** Tells every open list that something which the person may see has changed. */
const changes = new EventTarget();

/** Has every open list read again. */
export function announceChange(): void {
  changes.dispatchEvent(new Event("change"));
}

/** One live stream for the whole window: of what one may act on, and of what there is to read. */
export function useDeskStream(): void {
  useSubscription({ query: deskChangedSubscription }, (_, message) => {
    const { instanceId, unread } = message.deskChanged;
    if (instanceId !== null) announceChange();
    announceUnread(unread);
    return message;
  });
}

/**
 * Reads again when something changed, and when the window comes back: for the minutes in which the
 * live stream was away.
 */
export function useLiveRefetch(
  refetch: (options: { requestPolicy: "network-only" }) => void,
): void {
  useEffect(() => {
    const read = () => refetch({ requestPolicy: "network-only" });
    const onVisible = () => {
      if (document.visibilityState === "visible") read();
    };
    changes.addEventListener("change", read);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      changes.removeEventListener("change", read);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [refetch]);
}
