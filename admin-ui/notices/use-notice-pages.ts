import { useEffect, useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import { showsNotices } from "../app/shows-types.js";
import type { NoticesQuery } from "../generated/graphql.js";
import { noticesQuery } from "./notice-operations.js";
import type { NoticeItem } from "./notice-link.js";
import { useUnreadState } from "./unread-count.js";

const pageSize = 30;

type Page = NoticesQuery["notifications"];

interface NoticePages {
  readonly items: readonly NoticeItem[] | null;
  readonly error: CombinedError | null;
  readonly more: Page["pageInfo"];
  readonly load: (after: string) => void;
  readonly reread: () => void;
}

const none = { hasNextPage: false, endCursor: null };

/** What one is told of, page by page; the first is read again when there is something new. */
export function useNoticePages(unreadOnly: boolean): NoticePages {
  const client = useClient();
  const news = useUnreadState((state) => state.news);
  const [later, setLater] = useState<readonly Page[]>([]);
  const variables = { unreadOnly, first: pageSize };
  const [{ data, error }, refetch] = useQuery({
    query: noticesQuery,
    variables,
    context: showsNotices,
    requestPolicy: "cache-and-network",
  });
  useEffect(() => {
    if (news > 0) refetch({ requestPolicy: "network-only" });
  }, [news, refetch]);
  const load = (after: string): void => {
    const context = { requestPolicy: "network-only" } as const;
    void client
      .query(noticesQuery, { ...variables, after }, context)
      .toPromise()
      .then((answer) => {
        const page = answer.data?.notifications;
        if (page !== undefined) setLater((shown) => [...shown, page]);
      });
  };
  const first = data?.notifications;
  // What came meanwhile moves the rest down, so that a page may begin with what is shown already.
  const all = [first, ...later].flatMap((page) => page?.nodes ?? []);
  const items = [...new Map(all.map((item) => [item.id, item])).values()];
  return {
    items: first === undefined ? null : items,
    error: error ?? null,
    more: (later.at(-1) ?? first)?.pageInfo ?? none,
    load,
    reread: () => refetch({ requestPolicy: "network-only" }),
  };
}
