import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { showsPositions } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { MyLeavesQuery } from "../generated/graphql.js";
import { cancelLeaveMutation, myLeavesQuery } from "./leave-operations.js";
import { ReportLeaveDialog } from "./report-leave-dialog.js";
import "./leave.css";

type MyLeave = NonNullable<NonNullable<MyLeavesQuery["me"]>["leaves"]>[number];

/** One's own leave: when one is away, and who stands in. */
export function LeavePage() {
  const { t } = useTranslation();
  const [isReporting, { open, close }] = useDisclosure(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: myLeavesQuery,
    context: showsPositions,
    requestPolicy: "cache-and-network",
  });
  const leaves = (data?.me?.leaves ?? []).toReversed();
  const held = data?.me?.appointments ?? [];
  const positions = [...new Map(held.map(({ position }) => [position.id, position])).values()];
  return (
    <div className="measure">
      <PageHeader
        title={t("leave.title")}
        under={t("leave.hint")}
        actions={positions.length > 0 && <Button onClick={open}>{t("leave.report")}</Button>}
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && (
        <div className="sheet">
          {leaves.length === 0 ? (
            <EmptyState title={t("leave.none")}>
              {positions.length === 0 ? t("leave.noPosition") : t("leave.noneHint")}
            </EmptyState>
          ) : (
            <ul className="ledger">
              {leaves.map((leave) => (
                <LeaveRow key={leave.id} leave={leave} />
              ))}
            </ul>
          )}
        </div>
      )}
      {isReporting && <ReportLeaveDialog positions={positions} onClose={close} />}
    </div>
  );
}

const tones = { UPCOMING: "confirm", CURRENT: "active", PAST: "" } as const;

function LeaveRow({ leave }: { leave: MyLeave }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [cancelling, cancel] = useAction(cancelLeaveMutation);
  const positions = leave.appointments.map(({ position }) => position.name).join(", ");
  return (
    <li className="leave-row">
      <div>
        <strong>{format.days(leave.firstDay, leave.lastDay)}</strong>
        <div>
          <span className="state" data-tone={tones[leave.state]}>
            {t(`leaveState.${leave.state}`)}
          </span>
        </div>
      </div>
      <div>
        {positions === ""
          ? t("leave.colleague", { name: leave.standIn.name })
          : t("leave.standIn", { name: leave.standIn.name, positions })}
      </div>
      <div className="row-actions">
        {leave.canCancel && (
          <Button
            variant="default"
            size="compact-sm"
            fw={400}
            loading={cancelling}
            onClick={() => void cancel({ input: { leaveId: leave.id } })}
          >
            {leave.state === "UPCOMING" ? t("leave.cancel") : t("leave.endNow")}
          </Button>
        )}
      </div>
    </li>
  );
}
