import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { positionsQuery } from "../editor/sop-operations.js";

/** Every position with its holders; a position that nobody holds stands out. */
export function PositionsTable() {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: positionsQuery,
    variables: {},
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined) {
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  if (data.positions.length === 0) return <EmptyState title={t("people.noPositions")} />;
  return (
    <div className="sheet table-sheet">
      <Table className="stacked" verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("people.position")}</Table.Th>
            <Table.Th>{t("people.office")}</Table.Th>
            <Table.Th>{t("people.holders")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.positions.map((position) => (
            <Table.Tr key={position.id}>
              <Table.Td data-label={t("people.position")}>
                <strong>{position.name}</strong>
              </Table.Td>
              <Table.Td data-label={t("people.office")}>{position.office.name}</Table.Td>
              <Table.Td data-label={t("people.holders")}>
                {position.holders.length === 0 ? (
                  <span className="late">{t("people.vacant")}</span>
                ) : (
                  position.holders.map((holder) => holder.name).join(", ")
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
