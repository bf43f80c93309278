import { Alert, Button, Group, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
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
  // One key for one text: sending the same again after a lost answer has one effect.
  const intended = useRef({ text: "", key: "" });
  const write = (next: string) => {
    setText(next);
    writeCommentDraft(place, next);
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const words = text.trim();
    if (words === "" || busy) return;
    if (intended.current.text !== words) {
      intended.current = { text: words, key: newIdempotencyKey() };
    }
    const input = { instanceId: caseId, text: words, idempotencyKey: intended.current.key };
    const result = await send({ input });
    if (!result.ok) {
      setFault(result.errors.map(({ message }) => message).join(" "));
      return;
    }
    intended.current = { text: "", key: "" };
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
