import { useEffect } from "react";
import { useMutation } from "urql";
import { changesNoList } from "../app/client.js";
import { markReadMutation } from "./notice-operations.js";
import { announceUnread, useUnreadState } from "./unread-count.js";

/** Whoever has opened a task, a case or an SOP has read what they were told of it. */
export function useReadNotices(about: string): void {
  const [, mark] = useMutation(markReadMutation);
  const hasUnread = useUnreadState(({ told }) => told !== null && told.count > 0);
  useEffect(() => {
    if (about === "" || !hasUnread) return;
    void mark({ input: { about } }, changesNoList).then(({ data }) => {
      const unread = data?.markNotificationsRead.unread;
      if (unread) announceUnread(unread);
    });
  }, [about, hasUnread, mark]);
}
