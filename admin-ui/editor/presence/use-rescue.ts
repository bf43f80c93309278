import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useClient } from "urql";
import { editsBetween } from "../../../domain/index.js";
import { newIdempotencyKey } from "../../app/idempotency-key.js";
import { useMe } from "../../app/session.js";
import { useAction } from "../../app/use-action.js";
import { useActionKey } from "../../app/use-action-key.js";
import { createSopMutation } from "../../sops/sop-operations.js";
import { keptEdits } from "../draft/kept-edits.js";
import { nextBatch } from "../draft/pending-edits.js";
import { saveDraft } from "../draft/save-draft.js";
import { useEditor } from "../editor-context.js";
import { reviseSopMutation, versionQuery, type SopData } from "../sop-operations.js";
import { documentOf } from "../versions/version-document.js";

/** Ways to go on with what is on the screen when its draft is none any more. */
export function useRescue(sop: SopData) {
  const { t } = useTranslation();
  const client = useClient();
  const me = useMe();
  const navigate = useNavigate();
  const { draft } = useEditor();
  const [isBusy, setBusy] = useState(false);
  const [, reviseSop] = useAction(reviseSopMutation);
  const [, createSop] = useAction(createSopMutation);
  const key = useRef(newIdempotencyKey());
  const revision = useActionKey();
  const sopPath = (sopId: string, versionId: string) =>
    `/sop/${encodeURIComponent(sopId)}?versi=${encodeURIComponent(versionId)}`;

  /** A draft of the next version; what the enacted one lacks is offered there. */
  const revise = async () => {
    setBusy(true);
    const input = { sopId: sop.id };
    const result = await reviseSop({ input: { ...input, idempotencyKey: revision.of(input) } });
    if (result.ok) revision.done();
    setBusy(false);
    if (!result.ok || result.payload.version === null) return;
    const { id } = result.payload.version;
    const kept = keptEdits(window.localStorage, me.id, id);
    kept.write([...kept.read(), ...draft.getState().pending]);
    await navigate(sopPath(sop.id, id));
  };

  /** A new SOP that says what is on the screen. */
  const copy = async () => {
    setBusy(true);
    try {
      const created = await createSop({
        input: {
          officeId: sop.office.id,
          title: t("draftEnd.copyTitle", { title: sop.title }).slice(0, 500),
          idempotencyKey: key.current,
        },
      });
      const version = created.ok ? created.payload.version : null;
      if (!created.ok || version === null || created.payload.sop === null) return;
      const { data } = await client
        .query(versionQuery, { id: version.id }, { requestPolicy: "network-only" })
        .toPromise();
      if (data?.node?.__typename !== "SopVersion") return;
      const save = saveDraft(client, data.node, t);
      const edits = editsBetween(documentOf(data.node), draft.getState().document);
      let at = data.node.revision;
      for (let rest = edits; rest.length > 0;) {
        const batch = nextBatch(rest);
        const saved = await save(batch, at);
        if (!saved.ok) {
          notifications.show({ color: "red", message: t("draftEnd.copyFailed") });
          return;
        }
        at = saved.revision;
        rest = rest.slice(batch.length);
      }
      await navigate(sopPath(created.payload.sop.id, version.id));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, revise, copy };
}
