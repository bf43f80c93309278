import { Button, Group, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMe } from "../app/session.js";
import { useAction } from "../app/use-action.js";
import type { PeopleQuery } from "../generated/graphql.js";
import { EmailButton } from "../notices/email-button.js";
import { resetPasswordMutation, setPersonDisabledMutation } from "./people-operations.js";

export function PersonRow(props: {
  person: PeopleQuery["people"]["nodes"][number];
  onPassword: (name: string, password: string) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const { person } = props;
  const [resetting, reset] = useAction(resetPasswordMutation);
  const [switching, setDisabled] = useAction(setPersonDisabledMutation);
  const resetPassword = async () => {
    const result = await reset({ input: { personId: person.id } });
    if (result.ok && result.payload.temporaryPassword !== null) {
      props.onPassword(person.name, result.payload.temporaryPassword);
    }
  };
  return (
    <Table.Tr data-disabled={person.disabled || undefined}>
      <Table.Td data-label={t("people.name")}>
        <strong>{person.name}</strong>
        <div className="quiet">
          {person.username}
          {person.nip !== null && ` · NIP ${person.nip}`}
        </div>
        {person.email !== null && <div className="quiet">{person.email}</div>}
        {person.disabled && <span className="state">{t("people.disabled")}</span>}
      </Table.Td>
      <Table.Td data-label={t("people.office")}>{person.office.name}</Table.Td>
      <Table.Td data-label={t("people.positions")}>
        {(person.positions ?? []).map((position) => position.name).join(", ") || "–"}
      </Table.Td>
      <Table.Td data-label={t("people.roles")} className="person-roles">
        {(person.roles ?? []).map((role) => t(`role.${role}`)).join(", ") || "–"}
      </Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end" className="person-actions">
          <EmailButton person={person} />
          <Button
            variant="default"
            size="compact-sm"
            fw={400}
            loading={resetting}
            onClick={() => void resetPassword()}
          >
            {t("people.resetPassword")}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            fw={400}
            loading={switching}
            disabled={person.id === me.id}
            onClick={() =>
              void setDisabled({ input: { personId: person.id, disabled: !person.disabled } })
            }
          >
            {person.disabled ? t("people.enable") : t("people.disable")}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
