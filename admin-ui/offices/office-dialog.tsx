import { Alert, Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { showsOffices } from "../app/shows-types.js";
import type { ActionError } from "../app/read-action.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { fieldErrors } from "../positions/field-errors.js";
import {
  createOfficeMutation,
  type OfficeView,
  updateOfficeMutation,
} from "./office-operations.js";
import { officeZones, zoneLabel } from "./zone-label.js";

const shown = ["name", "government", "code", "timeZone"];

/** A new office, or what an office is called. */
export function OfficeDialog(props: { office: OfficeView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { office, onClose } = props;
  const options = { quiet: true, context: showsOffices };
  const [creating, create] = useAction(createOfficeMutation, options);
  const [updating, update] = useAction(updateOfficeMutation, options);
  const key = useActionKey();
  const [words, setWords] = useState({
    name: office?.name ?? "",
    government: office?.government ?? "",
    code: office?.code ?? "",
    timeZone: office?.timeZone ?? "Asia/Jakarta",
  });
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      name: words.name,
      government: words.government.trim() || null,
      code: words.code.trim() || null,
      timeZone: words.timeZone,
    };
    const result =
      office === null
        ? await create({ input: { ...input, idempotencyKey: key.of(input) } })
        : await update({ input: { ...input, officeId: office.id, revision: office.revision } });
    if (!result.ok) return setErrors(result.errors);
    key.done();
    notifications.show({ message: t("offices.saved", { name: words.name.trim() }) });
    onClose();
  };
  const text = (field: "name" | "government" | "code") => ({
    label: t(`offices.${field}`),
    value: words[field],
    error: faults.of(field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setWords({ ...words, [field]: event.currentTarget.value }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={office === null ? t("offices.new") : t("offices.edit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <TextInput {...text("name")} required maxLength={200} data-autofocus />
          <TextInput {...text("government")} maxLength={200} />
          <Select
            label={t("offices.timeZone")}
            allowDeselect={false}
            value={words.timeZone}
            error={faults.of("timeZone")}
            data={officeZones.map((zone) => ({ value: zone, label: zoneLabel(zone) }))}
            onChange={(zone) => zone !== null && setWords({ ...words, timeZone: zone })}
          />
          <TextInput {...text("code")} description={t("offices.codeHint")} maxLength={100} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit" loading={creating || updating}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
