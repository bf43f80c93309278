import { Alert, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ActionError } from "../app/read-action.js";
import { showsPositions } from "../app/shows-types.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { groupBy } from "../app/group-by.js";
import { fieldErrors } from "./field-errors.js";
import {
  createPositionMutation,
  type PositionView,
  superiorsQuery,
  updatePositionMutation,
} from "./position-operations.js";

const shown = ["name", "code", "isHead", "superiorId"];

/** A new position of an office, or how one is called and where it stands. */
export function PositionDialog(props: {
  position: PositionView | null;
  officeId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { position, officeId, onClose } = props;
  const options = { quiet: true, context: showsPositions };
  const [creating, create] = useAction(createPositionMutation, options);
  const [updating, update] = useAction(updatePositionMutation, options);
  const key = useActionKey();
  const [name, setName] = useState(position?.name ?? "");
  const [code, setCode] = useState("");
  const [isHead, setHead] = useState(position?.isHead ?? false);
  const [superiorId, setSuperior] = useState<string | null>(position?.superior?.id ?? null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const faults = fieldErrors(errors, shown);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = { name, isHead, superiorId };
    const made = { ...words, officeId, code: code.trim() || null };
    const result =
      position === null
        ? await create({ input: { ...made, idempotencyKey: key.of(made) } })
        : await update({
            input: { ...words, positionId: position.id, revision: position.revision },
          });
    if (!result.ok) return setErrors(result.errors);
    key.done();
    notifications.show({ message: t("positions.saved", { name: name.trim() }) });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={position === null ? t("positions.new") : t("positions.edit")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {faults.rest !== null && (
            <Alert color="red" variant="light" role="alert">
              {faults.rest}
            </Alert>
          )}
          <TextInput
            label={t("positions.name")}
            required
            maxLength={200}
            data-autofocus
            value={name}
            error={faults.of("name")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SuperiorSelect
            officeId={officeId}
            without={position?.id ?? null}
            value={superiorId}
            error={faults.of("superiorId")}
            onChange={setSuperior}
          />
          <Checkbox
            label={t("positions.isHead")}
            description={t("positions.isHeadHint")}
            checked={isHead}
            error={faults.of("isHead")}
            onChange={(event) => setHead(event.currentTarget.checked)}
          />
          {position === null && (
            <TextInput
              label={t("positions.code")}
              description={t("positions.codeHint")}
              maxLength={100}
              value={code}
              error={faults.of("code")}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
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

/** The position above it, those of its own office first. */
function SuperiorSelect(props: {
  officeId: string;
  without: string | null;
  value: string | null;
  error: string | null;
  onChange: (positionId: string | null) => void;
}) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: superiorsQuery, context: showsPositions });
  const offered = (data?.positions ?? []).filter(({ id }) => id !== props.without);
  const groups = [...groupBy(offered, ({ office }) => office.id)].toSorted(
    ([one], [other]) => Number(other === props.officeId) - Number(one === props.officeId),
  );
  return (
    <Select
      label={t("positions.superior")}
      placeholder={t("positions.superiorNone")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      nothingFoundMessage={t("common.nothingFound")}
      comboboxProps={{ withinPortal: false, middlewares: { flip: false, shift: false } }}
      withScrollArea={false}
      classNames={{ options: "person-options" }}
      value={props.value}
      error={props.error}
      data={groups.map(([, positions]) => ({
        group: positions[0]!.office.name,
        items: positions.map(({ id, name }) => ({ value: id, label: name })),
      }))}
      onChange={props.onChange}
    />
  );
}
