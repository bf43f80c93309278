import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { TaskFilter } from "../generated/graphql.js";
import { type ShownTasks, TaskListStore, type WorklistTask } from "./task-list-store.js";
import { worklistQuery } from "./worklist-operations.js";

/** The time left goes by although nothing happens. */
const freshForMs = 120_000;

/**
 * The tasks of a filter, live; `more` prolongs the list, `reload` reads it again. Give the component
 * that uses it another `key` where `filter` changes.
 */
export function useTaskPages(
  filter: TaskFilter,
): ShownTasks<WorklistTask> & { readonly more: () => void; readonly reload: () => void } {
  const client = useClient();
  const [store] = useState(
    () =>
      new TaskListStore<WorklistTask>(async (first, after) => {
        const variables = { filter, first, after };
        const policy = { requestPolicy: "network-only" } as const;
        const { data, error } = await client.query(worklistQuery, variables, policy).toPromise();
        if (error !== undefined) return { error };
        const { nodes, pageInfo } = data?.tasks ?? { nodes: [], pageInfo: null };
        return {
          tasks: nodes,
          endCursor: pageInfo?.endCursor ?? null,
          hasMore: pageInfo?.hasNextPage ?? false,
        };
      }),
  );
  useLiveRefetch(store.reload);
  useEffect(() => {
    store.open();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") store.reload();
    }, freshForMs);
    return () => {
      clearInterval(timer);
      store.close();
    };
  }, [store]);
  const shown = useSyncExternalStore(store.subscribe, store.shown);
  return { ...shown, more: () => void store.more(), reload: store.reload };
}
