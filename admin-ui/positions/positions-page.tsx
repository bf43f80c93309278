import { Button, SegmentedControl, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { showsPositions } from "../app/shows-types.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import type { PositionBookQuery } from "../generated/graphql.js";
import { HolderLine } from "./holder-line.js";
import { PositionDialog } from "./position-dialog.js";
import { positionBookQuery } from "./position-operations.js";
import { positionTree } from "./position-tree.js";
import { VacancyState } from "./vacancy-state.js";
import "./positions.css";

type BookPosition = PositionBookQuery["positions"][number];

/** The positions of an office with who holds them; what is vacant, or soon will be, on top. */
export function PositionsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [params] = useSearchParams();
  const isAdmin = me.roles.includes("ADMIN");
  const [officeId, setOfficeId] = useState((isAdmin && params.get("perangkat")) || me.office.id);
  const [shape, setShape] = useState<"list" | "tree">("list");
  const [isMaking, making] = useDisclosure(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: positionBookQuery,
    context: showsPositions,
    variables: { officeId },
    requestPolicy: "cache-and-network",
  });
  // Managers look after their own office only.
  const offices = isAdmin ? (data?.offices ?? []) : [];
  return (
    <div className="measure">
      <PageHeader
        title={t("positions.title")}
        under={t("positions.hint")}
        actions={
          <>
            {offices.length > 1 && (
              <Select
                aria-label={t("people.office")}
                w={320}
                allowDeselect={false}
                value={officeId}
                data={offices.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(value) => value !== null && setOfficeId(value)}
              />
            )}
            <SegmentedControl
              aria-label={t("positions.shape")}
              value={shape}
              onChange={(value) => setShape(value === "tree" ? "tree" : "list")}
              data={[
                { value: "list", label: t("positions.asList") },
                { value: "tree", label: t("positions.asTree") },
              ]}
            />
            {isAdmin && <Button onClick={making.open}>{t("positions.new")}</Button>}
          </>
        }
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined &&
        (shape === "list" ? (
          <Book positions={data.positions} />
        ) : (
          <Tree positions={data.positions} />
        ))}
      {isMaking && <PositionDialog position={null} officeId={officeId} onClose={making.close} />}
    </div>
  );
}

function Book({ positions }: { positions: readonly BookPosition[] }) {
  const { t } = useTranslation();
  if (positions.length === 0) return <EmptyState title={t("positions.none")} />;
  const vacant = positions
    .filter(({ vacancy }) => vacancy !== null)
    .toSorted((one, other) => (one.vacancy!.from < other.vacancy!.from ? -1 : 1));
  const held = positions.filter(({ vacancy }) => vacancy === null);
  return (
    <>
      {vacant.length > 0 && (
        <section aria-labelledby="vacant" className="position-group">
          <h2 className="section-title" id="vacant">
            {t("positions.vacantTitle")}
          </h2>
          <Rows positions={vacant} />
        </section>
      )}
      {held.length > 0 && (
        <section aria-labelledby="held" className="position-group">
          <h2 className="section-title" id="held">
            {t("positions.heldTitle")}
          </h2>
          <Rows positions={held} />
        </section>
      )}
    </>
  );
}

const headFirst = (positions: readonly BookPosition[]): readonly BookPosition[] =>
  positions.toSorted((one, other) => Number(other.isHead) - Number(one.isHead));

/** Each under the one above it (atasan). */
function Tree({ positions }: { positions: readonly BookPosition[] }) {
  const { t } = useTranslation();
  if (positions.length === 0) return <EmptyState title={t("positions.none")} />;
  return (
    <div className="sheet">
      <ul className="ledger">
        {positionTree(headFirst(positions)).map(({ position, level }) => (
          <PositionRow key={position.id} position={position} level={level} />
        ))}
      </ul>
    </div>
  );
}

function Rows({ positions }: { positions: readonly BookPosition[] }) {
  return (
    <div className="sheet">
      <ul className="ledger">
        {positions.map((position) => (
          <PositionRow key={position.id} position={position} />
        ))}
      </ul>
    </div>
  );
}

function PositionRow(props: { position: BookPosition; level?: number }) {
  const { t } = useTranslation();
  const { position, level = 0 } = props;
  const { vacancy, appointments, openTaskCount, sopsInForce } = position;
  const upcoming = appointments.filter(({ state }) => state === "UPCOMING");
  return (
    <li className="position-row" style={{ "--level": Math.min(level, 6) } as CSSProperties}>
      <div className="position-name">
        <Link className="row-link" to={`/jabatan/${encodeURIComponent(position.id)}`}>
          {position.name}
        </Link>
        {position.isHead && <div className="quiet">{t("positions.isHead")}</div>}
        {vacancy !== null && (
          <div>
            <VacancyState vacancy={vacancy} />
          </div>
        )}
      </div>
      <div className="holder-lines">
        {appointments
          .filter(({ state }) => state === "CURRENT")
          .map((appointment) => (
            <HolderLine key={appointment.id} appointment={appointment} />
          ))}
        {upcoming.length > 0 && (
          <div>
            <div className="quiet">{t("positions.upcoming")}</div>
            {upcoming.map((appointment) => (
              <HolderLine key={appointment.id} appointment={appointment} />
            ))}
          </div>
        )}
      </div>
      <div className="position-load quiet">
        <div className={vacancy?.isNow === true && openTaskCount > 0 ? "late" : ""}>
          {vacancy?.isNow === true
            ? t("positions.waiting", { count: openTaskCount })
            : t("positions.openTasks", { count: openTaskCount })}
        </div>
        <div>{t("positions.inSops", { count: sopsInForce.length })}</div>
      </div>
    </li>
  );
}
