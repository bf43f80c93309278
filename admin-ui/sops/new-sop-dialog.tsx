import { Alert, Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useQuery } from "urql";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { createSopMutation, officesQuery } from "./sop-operations.js";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function NewSopDialog(props: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: officesQuery, pause: !props.opened });
  const [busy, create] = useAction(createSopMutation, { quiet: true });
  const [officeId, setOfficeId] = useState<string | null>(me.office.id);
  const [number, setNumber] = useState("");
  const [part, setPart] = useState("");
  const [title, setTitle] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const key = useRef(newIdempotencyKey());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (officeId === null) return;
    const result = await create({
      input: {
        officeId,
        number: orNull(number),
        part: orNull(part),
        title: title.trim(),
        idempotencyKey: key.current,
      },
    });
    if (!result.ok) {
      setFault(result.errors.map((error) => error.message).join(" "));
      if (!result.errors.some((error) => error.code === "NETWORK"))
        key.current = newIdempotencyKey();
      return;
    }
    if (result.payload.sop !== null) {
      await navigate(`/sop/${encodeURIComponent(result.payload.sop.id)}`);
    }
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t("sops.new")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {fault !== null && (
            <Alert color="red" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          <Textarea
            label={t("sops.sopTitle")}
            autosize
            minRows={1}
            required
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Select
            label={t("sops.office")}
            required
            allowDeselect={false}
            value={officeId}
            onChange={setOfficeId}
            data={(data?.offices ?? [me.office]).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t("sops.number")}
              description={t("sops.numberHint")}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <TextInput
              label={t("sops.part")}
              description={t("sops.partHint")}
              value={part}
              onChange={(event) => setPart(event.currentTarget.value)}
            />
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("sops.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
