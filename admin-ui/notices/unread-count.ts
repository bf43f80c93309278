import { create } from "zustand";

export interface UnreadCount {
  readonly count: number;
  readonly hasMore: boolean;
}

interface UnreadState {
  /** What was last told live, or answered to a mark; `null`: nothing yet. */
  readonly told: UnreadCount | null;
  /** Counted up with each word of it, so that a list knows when to read again. */
  readonly news: number;
}

export const useUnreadState = create<UnreadState>(() => ({ told: null, news: 0 }));

/** Shows a count wherever it stands. */
export function announceUnread({ count, hasMore }: UnreadCount): void {
  useUnreadState.setState(({ news }) => ({ told: { count, hasMore }, news: news + 1 }));
}

/** Before somebody else sees it. */
export function forgetUnread(): void {
  useUnreadState.setState({ told: null, news: 0 });
}
