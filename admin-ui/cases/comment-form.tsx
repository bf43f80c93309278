import { Alert, Button, Group, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { commentMutation } from "./case-operations.js";
import { readCommentDraft, writeCommentDraft } from "./comment-draft.js";

const longest = 4_000;

/** Writes a comment; what could not be sent stays, and is sent again with the same key. */
export function CommentForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const place = { person: useMe().id, caseId };
  const [busy, send] = useAction(commentMutation, { quiet: true });
  const [text, setText] = useState(() => readCommentDraft(place));
  const [fault, setFault] = useState<string | null>(null);
  const key = useActionKey();
  const write = (next: string) => {
    setText(next);
    writeCommentDraft(place, next);
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const words = text.trim();
    if (words === "" || busy) return;
    const comment = { instanceId: caseId, text: words };
    const result = await send({ input: { ...comment, idempotencyKey: key.of(comment) } });
    if (!result.ok) {
      setFault(result.errors.map(({ message }) => message).join(" "));
      return;
    }
    key.done();
    setFault(null);
    write("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form className="comment-form" onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <Textarea
          label={t("comment.write")}
          description={t("comment.hint")}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={longest}
          value={text}
          readOnly={busy}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault} {t("comment.kept")}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={text.trim() === ""}>
            {t("comment.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
