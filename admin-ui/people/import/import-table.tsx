import { Alert, Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import {
  type PeopleColumn,
  peopleOfTable,
  type PeopleRow,
  type RecognisedPeople,
} from "../../../domain/index.js";
import { localTime } from "../../app/office-moment.js";
import { useMe } from "../../app/session.js";
import { showsOffices, showsPositions } from "../../app/shows-types.js";
import { useAction } from "../../app/use-action.js";
import { useActionKey } from "../../app/use-action-key.js";
import { useNow } from "../../app/use-format.js";
import type { PeopleImportInput } from "../../generated/graphql.js";
import { officeBookQuery } from "../../offices/office-operations.js";
import { ImportColumns } from "./import-columns.js";
import { importPeopleMutation, importPreviewQuery } from "./import-operations.js";
import type { ImportDone } from "./import-operations.js";
import { ImportRows } from "./import-rows.js";

const noRows: readonly number[] = [];

/** The table, where it goes, what would be done with each row, and the button that does it. */
export function ImportTable(props: {
  table: RecognisedPeople;
  onDone: (done: ImportDone) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const [params] = useSearchParams();
  const { table, onDone } = props;
  const [{ data: places }] = useQuery({ query: officeBookQuery, context: showsOffices });
  const [officeId, setOffice] = useState(params.get("perangkat") ?? me.office.id);
  const zone = places?.offices.find(({ id }) => id === officeId)?.timeZone ?? me.office.timeZone;
  const today = localTime(useNow(), zone).slice(0, 10);
  const [firstDay, setFirstDay] = useState(today);
  const [columns, setColumns] = useState(table.columns);
  const [edited, setEdited] = useState<ReadonlyMap<number, PeopleRow>>(new Map());
  const [leftOut, setLeftOut] = useState(noRows);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [busy, take] = useAction(importPeopleMutation, { quiet: true, context: showsPositions });
  const key = useActionKey();
  const rows = useMemo(
    () => peopleOfTable(table, columns).map((row) => edited.get(row.line) ?? row),
    [table, columns, edited],
  );
  const taken = rows.filter(({ line }) => !leftOut.includes(line));
  const input = inputOf(officeId, firstDay, taken);
  const [asked] = useDebouncedValue(JSON.stringify(input), 300);
  const [{ data, fetching }] = useQuery({
    query: importPreviewQuery,
    variables: { input: JSON.parse(asked) as PeopleImportInput },
    pause: taken.length === 0 || firstDay === "" || !columns.includes("NAME"),
    requestPolicy: "network-only",
  });
  const preview = data?.peopleImportPreview;
  const isCurrent = asked === JSON.stringify(input) && !fetching && preview !== undefined;
  const told = new Map((preview?.rows ?? []).map((row) => [row.line, row]));
  const wrong = taken.filter(
    ({ line, unknownRoles }) => unknownRoles.length > 0 || told.get(line)?.state === "WRONG",
  ).length;
  const submit = async () => {
    setFaults([]);
    const result = await take({ input: { ...input, idempotencyKey: key.of(input) } });
    if (!result.ok) return setFaults(result.errors.map(({ message }) => message));
    const { counts, accounts } = result.payload;
    key.done();
    if (counts !== null) onDone({ counts, accounts: accounts ?? [] });
  };
  const setColumn = (at: number, column: PeopleColumn | null) => {
    setEdited(new Map());
    setColumns(columns.map((one, index) => (index === at ? column : one === column ? null : one)));
  };
  const refusals = [...faults, ...(preview?.userErrors ?? []).map(({ message }) => message)];
  return (
    <>
      <section className="sheet sheet-pad import-where" aria-label={t("import.where")}>
        <Select
          label={t("people.office")}
          allowDeselect={false}
          value={officeId}
          data={(places?.offices ?? [me.office]).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
          onChange={(id) => id !== null && setOffice(id)}
        />
        <TextInput
          type="date"
          label={t("import.firstDay")}
          required
          min={today}
          value={firstDay}
          onChange={(event) => setFirstDay(event.currentTarget.value)}
        />
      </section>
      <ImportColumns table={table} columns={columns} onColumn={setColumn} />
      {refusals.length > 0 && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {refusals.join(" ")}
        </Alert>
      )}
      {columns.includes("NAME") ? (
        <ImportRows
          rows={rows}
          told={told}
          leftOut={leftOut}
          isCurrent={isCurrent}
          onLeaveOut={(line, isOut) =>
            setLeftOut(isOut ? [...leftOut, line] : leftOut.filter((one) => one !== line))
          }
          onEdit={(row) => setEdited(new Map(edited).set(row.line, row))}
        />
      ) : (
        <Alert color="yellow" variant="light" role="status">
          {t("import.nameMissing")}
        </Alert>
      )}
      <Group justify="flex-end" mt="md" className="import-take">
        {wrong > 0 && <span className="late">{t("import.stillWrong", { count: wrong })}</span>}
        <Button
          loading={busy}
          disabled={!isCurrent || wrong > 0 || taken.length === 0 || refusals.length > 0}
          onClick={() => void submit()}
        >
          {t("import.take", { count: taken.length })}
        </Button>
      </Group>
    </>
  );
}

const inputOf = (
  officeId: string,
  firstDay: string,
  rows: readonly PeopleRow[],
): PeopleImportInput => ({
  officeId,
  firstDay,
  rows: rows.map(({ line, name, nip, username, position, roles }) => ({
    line,
    name,
    nip: nip || null,
    username: username || null,
    position: position || null,
    roles: [...roles],
  })),
});
