import { useEffect } from "react";
import { useQuery } from "urql";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { unreadCountQuery } from "./notice-operations.js";
import { announceUnread, forgetUnread, type UnreadCount, useUnreadState } from "./unread-count.js";

/** Asks how many there are to read, once for the window and when it comes back; the rest is told live. */
export function useUnreadQuery(): void {
  const [{ data, fetching }, refetch] = useQuery({
    query: unreadCountQuery,
    requestPolicy: "network-only",
  });
  useLiveRefetch(refetch);
  const asked = data?.unreadNotifications;
  useEffect(() => {
    if (asked !== undefined && !fetching) announceUnread(asked);
  }, [asked, fetching]);
  useEffect(() => forgetUnread, []);
}

export const useUnreadCount = (): UnreadCount | null => useUnreadState(({ told }) => told);
