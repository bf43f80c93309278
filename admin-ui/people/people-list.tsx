import { Button, Group, Select, Table, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { MoreButton } from "../app/more-button.js";
import { showsOffices, showsPeople } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { officeBookQuery } from "../offices/office-operations.js";
import { importPath } from "./import/import-path.js";
import { PersonRow } from "./person-row.js";
import { peopleQuery } from "./people-operations.js";
import { isRole, roles } from "./roles.js";

const pageSize = 50;

interface Wanted {
  readonly search: string | null;
  readonly officeId: string | null;
  readonly role: (typeof roles)[number] | null;
  readonly disabled: boolean | null;
  readonly first: number;
}

/** Everybody with an account, found by name, office, role and state. */
export function PeopleList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState(params.get("cari") ?? "");
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const role = params.get("peran");
  const state = params.get("status");
  const variables: Wanted = {
    search: wanted === "" ? null : wanted,
    officeId: params.get("perangkat"),
    role: isRole(role) ? role : null,
    disabled: state === null ? null : state === "nonaktif",
    first: pageSize,
  };
  const choose = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className="people-filters">
        <TextInput
          type="search"
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <OfficeFilter value={variables.officeId} onChange={(id) => choose("perangkat", id)} />
        <Select
          aria-label={t("people.role")}
          placeholder={t("people.anyRole")}
          clearable
          clearButtonProps={{ "aria-label": t("common.clear") }}
          value={variables.role}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(value) => choose("peran", value)}
        />
        <Select
          aria-label={t("people.state")}
          placeholder={t("people.anyState")}
          clearable
          clearButtonProps={{ "aria-label": t("common.clear") }}
          value={state}
          data={[
            { value: "aktif", label: t("people.enabled") },
            { value: "nonaktif", label: t("people.disabled") },
          ]}
          onChange={(value) => choose("status", value)}
        />
      </div>
      <Pages key={JSON.stringify(variables)} variables={variables} onNew={onNew} />
    </>
  );
}

/** Nothing where there is but one office. */
function OfficeFilter(props: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: officeBookQuery, context: showsOffices });
  const offices = data?.offices ?? [];
  if (offices.length < 2) return null;
  return (
    <Select
      aria-label={t("people.office")}
      placeholder={t("people.anyOffice")}
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      value={props.value}
      data={offices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={props.onChange}
    />
  );
}

function Pages({ variables, onNew }: { variables: Wanted; onNew: () => void }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: peopleQuery,
    context: showsPeople,
    variables: { ...variables },
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined) {
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  const { nodes, pageInfo, totalCount } = data.people;
  if (nodes.length === 0) return <NoPeople wanted={variables} onNew={onNew} />;
  return (
    <>
      <p className="quiet people-count" role="status">
        {t("people.count", { count: totalCount ?? nodes.length })}
      </p>
      <div className="sheet table-sheet">
        <Table className="stacked" verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("people.name")}</Table.Th>
              <Table.Th>{t("people.office")}</Table.Th>
              <Table.Th>{t("people.positions")}</Table.Th>
              <Table.Th>{t("people.roles")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {nodes.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
            {after.map((cursor) => (
              <LaterPeople
                key={cursor}
                variables={{ ...variables, after: cursor }}
                onMore={(next) => setAfter([...after, next])}
                isLast={cursor === after.at(-1)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {after.length === 0 && <MoreButton page={pageInfo} onMore={(next) => setAfter([next])} />}
    </>
  );
}

/** Nobody was found; or the office has nobody yet, with the ways to change that. */
function NoPeople({ wanted, onNew }: { wanted: Wanted; onNew: () => void }) {
  const { t } = useTranslation();
  const { officeId, search, role, disabled } = wanted;
  const isWhole = search === null && role === null && disabled === null;
  if (officeId === null || !isWhole) return <EmptyState title={t("people.none")} />;
  return (
    <EmptyState title={t("people.officeEmpty")}>
      <p>{t("people.officeEmptyHint")}</p>
      <Group gap={8} justify="center" mt="md">
        <Button variant="default" component={Link} to={importPath(officeId)}>
          {t("import.open")}
        </Button>
        <Button variant="default" onClick={onNew}>
          {t("people.new")}
        </Button>
      </Group>
    </EmptyState>
  );
}

function LaterPeople(props: {
  variables: Wanted & { after: string };
  onMore: (cursor: string) => void;
  isLast: boolean;
}) {
  const [{ data }] = useQuery({
    query: peopleQuery,
    context: showsPeople,
    variables: props.variables,
  });
  if (data === undefined) return null;
  return (
    <>
      {data.people.nodes.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
      {props.isLast && data.people.pageInfo.hasNextPage && (
        <Table.Tr>
          <Table.Td colSpan={4}>
            <MoreButton page={data.people.pageInfo} onMore={props.onMore} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
