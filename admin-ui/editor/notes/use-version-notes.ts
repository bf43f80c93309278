import { notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useClient, useQuery, type AnyVariables, type TypedDocumentNode } from "urql";
import { changesNoList } from "../../app/client.js";
import { readAction } from "../../app/read-action.js";
import { useActionKey } from "../../app/use-action-key.js";
import {
  addNoteMutation,
  editNoteMutation,
  removeNoteMutation,
  resolveNoteMutation,
  versionNotesQuery,
  type NoteData,
} from "./note-operations.js";
import type { VersionNotes } from "./notes-context.js";

const saved = () => Promise.resolve(true);

/**
 * The notes of a version, read apart from its document: they change while it stays, and it is long.
 * `prepare` brings what a note may hang on to the server first; `false` where that failed.
 */
export function useVersionNotes(
  version: { readonly id: string; readonly notes: readonly NoteData[] },
  prepare: () => Promise<boolean> = saved,
): VersionNotes {
  const { t } = useTranslation();
  const client = useClient();
  const [{ data }, refetch] = useQuery({
    query: versionNotesQuery,
    variables: { id: version.id },
    requestPolicy: "cache-and-network",
  });
  const read = data?.node?.__typename === "SopVersion" ? data.node : null;
  const notes = read?.notes ?? version.notes;
  const canAdd = read?.canAddNote === true;
  const versionId = version.id;
  const key = useActionKey();
  return useMemo(() => {
    const reload = () => refetch({ requestPolicy: "network-only" });
    const run = async <Data extends object, Variables extends AnyVariables>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<boolean> => {
      const result = readAction(
        await client.mutation(mutation, variables, changesNoList).toPromise(),
        t,
      );
      if (!result.ok) {
        for (const { message } of result.errors) notifications.show({ color: "red", message });
      }
      reload();
      return result.ok;
    };
    return {
      notes,
      canAdd,
      reload,
      async add({ targetType, targetKey }, targetField, text) {
        if (!(await prepare())) {
          notifications.show({ color: "red", message: t("notes.unsaved") });
          return false;
        }
        const input = { versionId, targetType, targetKey, targetField, text };
        const idempotencyKey = key.of(input);
        const isAdded = await run(addNoteMutation, { input: { ...input, idempotencyKey } });
        if (isAdded) key.done();
        return isAdded;
      },
      change: (note, text) => run(editNoteMutation, { input: { noteId: note.id, text } }),
      remove: (note) => run(removeNoteMutation, { input: { noteId: note.id } }),
      resolve: (note, resolved) =>
        run(resolveNoteMutation, { input: { noteId: note.id, resolved } }),
    };
  }, [client, notes, canAdd, prepare, refetch, t, versionId, key]);
}
