import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, Tooltip } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { EditIcon } from "../../app/icons.js";
import { useAction } from "../../app/use-action.js";
import { SopNumber } from "../../sops/sop-number.js";
import { FieldNotes } from "../notes/field-notes.js";
import type { SopData } from "../sop-operations.js";
import { renumberSopMutation } from "./identity-operations.js";

/** Nomor SOP and its part: the SOP's own, changed apart from the draft, and until it is enacted. */
export function NumberField({ sop, isEditing }: { sop: SopData; isEditing: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="identity-row" data-identity="number">
      <dt>{t("identity.number")}</dt>
      <dd>
        <span className="identity-number">
          <SopNumber sop={sop} />
        </span>
        {isEditing && wasNeverEnacted(sop) && (
          <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-end" trapFocus>
            <Popover.Target>
              <Tooltip label={t("identity.renumber")}>
                <ActionIcon
                  className="number-edit-button"
                  variant="subtle"
                  color="gray"
                  aria-label={t("identity.renumber")}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(!isOpen)}
                >
                  <EditIcon />
                </ActionIcon>
              </Tooltip>
            </Popover.Target>
            <Popover.Dropdown aria-label={t("identity.renumber")}>
              <NumberForm sop={sop} onDone={() => setOpen(false)} />
            </Popover.Dropdown>
          </Popover>
        )}
        <FieldNotes path="number" label={t("identity.number")} />
      </dd>
    </div>
  );
}

const wasNeverEnacted = (sop: SopData): boolean =>
  sop.versions.every(({ status }) => status === "DRAFT" || status === "SUBMITTED");

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function NumberForm({ sop, onDone }: { sop: SopData; onDone: () => void }) {
  const { t } = useTranslation();
  const [busy, renumber] = useAction(renumberSopMutation, { quiet: true });
  const [number, setNumber] = useState(sop.number ?? "");
  const [part, setPart] = useState(sop.part ?? "");
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await renumber({
      input: { sopId: sop.id, number: orNull(number), part: orNull(part) },
    });
    if (result.ok) onDone();
    else setFault(result.errors.map(({ message }) => message).join(" "));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
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
        {fault !== null && (
          <Text c="red" size="sm" role="alert">
            {fault}
          </Text>
        )}
        <Group gap={6}>
          <Button type="submit" size="compact-sm" loading={busy}>
            {t("common.save")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDone}>
            {t("common.back")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
