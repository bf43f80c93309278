import { Alert, Anchor, Button, Group, List, Table } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { csvText } from "../../audit/csv-text.js";
import { downloadCsv } from "../../audit/download-csv.js";
import type { ImportDone } from "./import-operations.js";

/** What was done, and the temporary passwords, which are shown this once. */
export function ImportResult({ done }: { done: ImportDone }) {
  const { t } = useTranslation();
  const { counts, accounts } = done;
  useEffect(() => {
    if (accounts.length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [accounts]);
  const download = () =>
    downloadCsv(
      "kata-sandi-sementara.csv",
      csvText([
        [t("people.fullName"), t("people.username"), t("people.temporaryPassword")],
        ...accounts.map(({ person, temporaryPassword }) => [
          person.name,
          person.username ?? "",
          temporaryPassword,
        ]),
      ]),
    );
  return (
    <>
      <section className="sheet sheet-pad" aria-label={t("import.done")}>
        <h2 className="section-title">{t("import.done")}</h2>
        <List size="sm" spacing={4}>
          <List.Item>{t("import.made", { count: counts.made })}</List.Item>
          <List.Item>{t("import.changed", { count: counts.changed })}</List.Item>
          <List.Item>{t("import.positionsMade", { count: counts.positions })}</List.Item>
          <List.Item>{t("import.appointed", { count: counts.holders })}</List.Item>
        </List>
        <Group mt="md" gap={16} className="no-print">
          <Anchor component={Link} to="/orang">
            {t("people.title")}
          </Anchor>
          <Anchor component={Link} to="/jabatan">
            {t("positions.title")}
          </Anchor>
        </Group>
      </section>
      {accounts.length < counts.made && (
        <Alert color="yellow" variant="light" role="status" mt="md">
          {t("import.passwordsGone")}
        </Alert>
      )}
      {accounts.length > 0 && (
        <section className="import-passwords" aria-label={t("import.passwords")}>
          <div className="import-passwords-head">
            <div>
              <h2 className="section-title">{t("import.passwords")}</h2>
              <p className="quiet">{t("import.passwordsHint")}</p>
            </div>
            <Group gap={8} className="no-print">
              <Button variant="default" onClick={download}>
                {t("import.download")}
              </Button>
              <Button onClick={() => window.print()}>{t("import.print")}</Button>
            </Group>
          </div>
          <div className="sheet table-sheet">
            <Table className="stacked" verticalSpacing="xs" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("people.fullName")}</Table.Th>
                  <Table.Th>{t("people.username")}</Table.Th>
                  <Table.Th>{t("people.temporaryPassword")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {accounts.map(({ person, temporaryPassword }) => (
                  <Table.Tr key={person.id}>
                    <Table.Td>{person.name}</Table.Td>
                    <Table.Td data-label={t("people.username")}>{person.username}</Table.Td>
                    <Table.Td
                      className="import-password"
                      data-label={t("people.temporaryPassword")}
                    >
                      {temporaryPassword}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </section>
      )}
    </>
  );
}
