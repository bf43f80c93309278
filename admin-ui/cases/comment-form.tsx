import { Alert, Button, Group, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { AttachArea } from "../files/attach-area.js";
import { readyIds } from "../files/kept-upload.js";
import { useUploads } from "../files/use-uploads.js";
import { whyNotReady } from "../files/why-not-ready.js";
import { commentMutation } from "./case-operations.js";
import { type CommentDraft, readCommentDraft, writeCommentDraft } from "./comment-draft.js";

const longest = 4_000;
const attachPlace = "comment";

/** Writes a comment; what could not be sent stays, and is sent again with the same key. */
export function CommentForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const place = { person: useMe().id, caseId };
  const [busy, send] = useAction(commentMutation, { quiet: true });
  const [draft, setDraft] = useState(() => readCommentDraft(place));
  // Files come on while words are typed.
  const latest = useRef(draft);
  const [fault, setFault] = useState<string | null>(null);
  const key = useActionKey();
  const write = (part: Partial<CommentDraft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    writeCommentDraft(place, latest.current);
  };
  const uploads = useUploads(draft.files, (files) => write({ files }));
  const { items } = uploads;
  const words = draft.text.trim();
  const isSomething = words !== "" || items.length > 0;
  const filesFault = whyNotReady(items);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isSomething || busy) return;
    if (filesFault !== null) {
      setFault(t(`files.${filesFault}`));
      return;
    }
    const files = readyIds(latest.current.files, attachPlace);
    const comment = { instanceId: caseId, text: words, files };
    const result = await send({ input: { ...comment, idempotencyKey: key.of(comment) } });
    if (!result.ok) {
      setFault(result.errors.map(({ message }) => message).join(" "));
      return;
    }
    key.done();
    setFault(null);
    uploads.forget();
    write({ text: "", files: [] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form className="comment-form" onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <AttachArea uploads={uploads} place={attachPlace} label={t("comment.write")}>
          <Textarea
            label={t("comment.write")}
            description={t("comment.hint")}
            autosize
            minRows={2}
            maxRows={12}
            maxLength={longest}
            value={draft.text}
            readOnly={busy}
            onChange={(event) => write({ text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
        </AttachArea>
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault} {t("comment.kept")}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={!isSomething}>
            {t("comment.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
