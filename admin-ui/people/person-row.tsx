import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PeopleQuery } from "../generated/graphql.js";

export function PersonRow({ person }: { person: PeopleQuery["people"]["nodes"][number] }) {
  const { t } = useTranslation();
  return (
    <Table.Tr data-disabled={person.disabled || undefined}>
      <Table.Td data-label={t("people.name")}>
        <Link className="person-link" to={`/orang/${encodeURIComponent(person.id)}`}>
          {person.name}
        </Link>
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
    </Table.Tr>
  );
}
