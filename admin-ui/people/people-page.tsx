import {
  Button,
  Code,
  CopyButton,
  Modal,
  Stack,
  Table,
  Tabs,
  Text,
  TextInput,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { MoreButton } from "../app/more-button.js";
import { showsPeople } from "../app/shows-types.js";
import { PageHeader } from "../app/page-header.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { CaseRules } from "./case-rules.js";
import { PersonRow } from "./person-row.js";
import { peopleQuery } from "./people-operations.js";
import "./people.css";

const pageSize = 50;

export function PeoplePage() {
  const { t } = useTranslation();
  return (
    <div className="measure">
      <PageHeader title={t("people.title")} />
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{t("people.title")}</Tabs.Tab>
          <Tabs.Tab value="rules">{t("strictness.tab")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <People />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <CaseRules />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function People() {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [after, setAfter] = useState<readonly string[]>([]);
  const [handedOut, setHandedOut] = useState<{ name: string; password: string } | null>(null);
  const variables = { search: wanted === "" ? null : wanted, first: pageSize };
  const [{ data, error, fetching }, refetch] = useQuery({
    query: peopleQuery,
    context: showsPeople,
    variables,
    requestPolicy: "cache-and-network",
  });
  const people = data?.people.nodes;
  const onPassword = (name: string, password: string) => setHandedOut({ name, password });
  return (
    <>
      <TextInput
        type="search"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        mb="md"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAfter([]);
        }}
      />
      {people === undefined && fetching && <Loading />}
      {people === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {people !== undefined && people.length === 0 && <EmptyState title={t("people.none")} />}
      {people !== undefined && people.length > 0 && (
        <div className="sheet table-sheet">
          <Table className="stacked" verticalSpacing="sm" horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("people.name")}</Table.Th>
                <Table.Th>{t("people.office")}</Table.Th>
                <Table.Th>{t("people.positions")}</Table.Th>
                <Table.Th>{t("people.roles")}</Table.Th>
                <Table.Th>
                  <span className="visually-hidden">{t("common.actions")}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} onPassword={onPassword} />
              ))}
              {after.map((cursor) => (
                <LaterPeople
                  key={cursor}
                  variables={{ ...variables, after: cursor }}
                  onPassword={onPassword}
                  onMore={(next) => setAfter([...after, next])}
                  isLast={cursor === after.at(-1)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {after.length === 0 && data !== undefined && (
        <MoreButton page={data.people.pageInfo} onMore={(next) => setAfter([next])} />
      )}
      <Modal
        opened={handedOut !== null}
        onClose={() => setHandedOut(null)}
        title={t("people.temporaryPassword")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Stack>
          <Text size="sm">{t("people.temporaryHint", { name: handedOut?.name ?? "" })}</Text>
          <Code block>{handedOut?.password}</Code>
          <CopyButton value={handedOut?.password ?? ""}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
            )}
          </CopyButton>
        </Stack>
      </Modal>
    </>
  );
}

function LaterPeople(props: {
  variables: { search: string | null; first: number; after: string };
  onPassword: (name: string, password: string) => void;
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
        <PersonRow key={person.id} person={person} onPassword={props.onPassword} />
      ))}
      {props.isLast && data.people.pageInfo.hasNextPage && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <MoreButton page={data.people.pageInfo} onMore={props.onMore} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
