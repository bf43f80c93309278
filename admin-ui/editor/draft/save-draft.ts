import type { TFunction } from "i18next";
import type { Client, CombinedError } from "urql";
import { changesNoList } from "../../app/client.js";
import { inTime } from "../../app/in-time.js";
import { readAction } from "../../app/read-action.js";
import type { DocumentEdit } from "../../../domain/index.js";
import type { SaveEdits } from "./draft-store.js";
import { editInput } from "./edit-input.js";
import { editDraftMutation, positionsQuery, type VersionData } from "../sop-operations.js";

/** ms after which a save counts as lost; it is sent again then, and known if it arrived after all. */
const patience = 30_000;

/** Saves edits of one draft through the API. A document names positions by code, the API by id. */
export function saveDraft(client: Client, version: VersionData, t: TFunction): SaveEdits {
  return async (edits, revision) => {
    const positions = await inTime(client.query(positionsQuery, {}).toPromise(), patience);
    if (positions === null) {
      return { ok: false, conflict: null, message: t("error.slow"), isLost: false };
    }
    const ids = new Map(positions.data?.positions.map(({ code, id }) => [code, id] as const));
    for (const { position } of version.lanes) {
      if (position !== null) ids.set(position.code, position.id);
    }
    const input = {
      versionId: version.id,
      revision,
      edits: edits.map((edit) => editInput(edit, ids)),
    };
    const answer = await inTime(
      client.mutation(editDraftMutation, { input }, changesNoList).toPromise(),
      patience,
    );
    if (answer === null) {
      return { ok: false, conflict: null, message: t("error.slow"), isLost: true };
    }
    const result = readAction(answer, t);
    const conflict = result.payload?.conflict ?? null;
    if (conflict !== null) {
      const { revision: newest, edits: theirs } = conflict;
      const editedBy = conflict.editedBy.map(({ name }) => name);
      return {
        ok: false,
        conflict: {
          revision: newest, // Too much to hand over counts as nothing known: the draft is read anew.
          edits: (theirs ?? []) as readonly DocumentEdit[],
          editedBy,
        },
      };
    }
    const isLost = result.payload === undefined && !isTurnedAway(answer.error);
    if (!result.ok) {
      const message = result.errors.map((error) => error.message).join(" ");
      return { ok: false, conflict: null, message, isLost };
    }
    const saved = result.payload.version;
    return saved === null
      ? { ok: false, conflict: null, message: t("error.server"), isLost: true }
      : { ok: true, revision: saved.revision };
  };
}

/** Whether the server answered that it did not even begin. */
function isTurnedAway(error: CombinedError | undefined): boolean {
  const errors = error?.graphQLErrors ?? [];
  return (
    errors.length > 0 &&
    errors.every(
      ({ extensions, path = [] }) =>
        path.length <= 1 && extensions["code"] !== "INTERNAL_SERVER_ERROR",
    )
  );
}
