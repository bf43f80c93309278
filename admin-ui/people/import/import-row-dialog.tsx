import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { bareNip, type PeopleRow } from "../../../domain/index.js";
import { PersonFields } from "../person-fields.js";
import { RoleBoxes } from "../role-boxes.js";
import type { PreviewedRow } from "./import-operations.js";

/** Corrects one row of the table. */
export function ImportRowDialog(props: {
  row: PeopleRow;
  problems: PreviewedRow["problems"];
  onClose: () => void;
  onSave: (row: PeopleRow) => void;
}) {
  const { t } = useTranslation();
  const { problems, onClose, onSave } = props;
  const [row, setRow] = useState(props.row);
  const errorOf = (field: string): string | null =>
    problems.find((problem) => problem.field === field)?.message ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ ...row, nip: bareNip(row.nip), unknownRoles: [] });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("import.editTitle", { line: row.line })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <PersonFields
            words={row}
            errorOf={errorOf}
            onChange={(words) => setRow({ ...row, ...words })}
          />
          <TextInput
            label={t("import.column.POSITION")}
            maxLength={200}
            value={row.position}
            error={errorOf("position")}
            onChange={(event) => setRow({ ...row, position: event.currentTarget.value })}
          />
          <RoleBoxes
            value={row.roles}
            error={
              row.unknownRoles.length === 0
                ? null
                : t("import.unknownRole", { roles: row.unknownRoles.join(", ") })
            }
            onChange={(roles) => setRow({ ...row, roles, unknownRoles: [] })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.back")}
            </Button>
            <Button type="submit">{t("common.save")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
