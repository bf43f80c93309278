import {
  Alert,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useQuery } from "urql";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import { CopyChoice } from "./copy-choice.js";
import { beginningInput, type SopBeginning } from "./sop-beginning.js";
import { createSopMutation, officesQuery } from "./sop-operations.js";
import { TemplateChoice } from "./template-choice.js";
import "./new-sop-dialog.css";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

const beginnings: Record<SopBeginning["from"], SopBeginning> = {
  nothing: { from: "nothing" },
  template: { from: "template", key: null },
  copy: { from: "copy", versionId: null },
};

/** A new SOP: from nothing, from a template, or from a copy of another one. */
export function NewSopDialog(props: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery("(max-width: 760px)") === true;
  const [{ data }] = useQuery({ query: officesQuery, pause: !props.opened });
  const [busy, create] = useAction(createSopMutation, { quiet: true });
  const [beginning, setBeginning] = useState<SopBeginning>(beginnings.nothing);
  const [officeId, setOfficeId] = useState<string | null>(me.office.id);
  const [number, setNumber] = useState("");
  const [part, setPart] = useState("");
  const [title, setTitle] = useState("");
  /** What was proposed for the title; what was typed over it stays. */
  const proposed = useRef("");
  const [fault, setFault] = useState<string | null>(null);
  const key = useRef(newIdempotencyKey());
  const begins = beginningInput(beginning);
  const choose = (next: SopBeginning, name: string) => {
    setBeginning(next);
    if (title.trim() === "" || title === proposed.current) {
      proposed.current = name;
      setTitle(name);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (officeId === null || begins === null) return;
    const result = await create({
      input: {
        officeId,
        number: orNull(number),
        part: orNull(part),
        title: title.trim(),
        ...begins,
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
      size={beginning.from === "nothing" ? "md" : 960}
      fullScreen={isNarrow && beginning.from !== "nothing"}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {fault !== null && (
            <Alert color="red" variant="light" role="alert">
              {fault}
            </Alert>
          )}
          <SegmentedControl
            fullWidth
            aria-label={t("newSop.from")}
            value={beginning.from}
            onChange={(from) => setBeginning(beginnings[from as SopBeginning["from"]])}
            data={(["nothing", "template", "copy"] as const).map((value) => ({
              value,
              label: t(`newSop.begin.${value}`),
            }))}
          />
          {beginning.from === "template" && (
            <TemplateChoice
              chosen={beginning.key}
              onChoose={(chosen, name) => choose({ from: "template", key: chosen }, name)}
            />
          )}
          {beginning.from === "copy" && (
            <CopyChoice
              chosen={beginning.versionId}
              onChoose={(versionId, name) => choose({ from: "copy", versionId }, name)}
            />
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
          <Group grow align="flex-end">
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
          {beginning.from === "copy" && <p className="quiet">{t("newSop.copyHint")}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={busy} disabled={begins === null}>
              {t("sops.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
