import { Alert, Anchor, Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { showsPositions } from "../app/shows-types.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import type { AppointmentFieldsFragment } from "../generated/graphql.js";
import { AppointDialog } from "./appoint-dialog.js";
import { ChangeDatesDialog } from "./change-dates-dialog.js";
import { EndDialog } from "./end-dialog.js";
import { HolderLine } from "./holder-line.js";
import { PositionDialog } from "./position-dialog.js";
import {
  positionQuery,
  type PositionView,
  setPositionRetiredMutation,
} from "./position-operations.js";
import { RetireDialog } from "./retire-dialog.js";
import "../offices/offices.css";
import "../task/task.css";
import "./positions.css";

/** One position: who holds it, who will, who did; and what depends on it. */
export function PositionPage() {
  const { positionId = "" } = useParams();
  const { t } = useTranslation();
  const me = useMe();
  const [isAppointing, { open, close }] = useDisclosure(false);
  const [isEditing, editing] = useDisclosure(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: positionQuery,
    context: showsPositions,
    variables: { id: positionId },
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  const position = data?.node;
  if (position?.__typename !== "Position") return <NotFound />;
  const of = (...states: readonly string[]) =>
    position.appointments.filter(({ state }) => states.includes(state));
  const past = of("PAST").toReversed();
  return (
    <div className="measure">
      <PageHeader
        title={position.name}
        crumb={
          <Anchor component={Link} to="/jabatan" inherit>
            {t("positions.title")}
          </Anchor>
        }
        under={position.office.name}
        actions={
          !position.retired && (
            <>
              {me.roles.includes("ADMIN") && (
                <Button variant="default" onClick={editing.open}>
                  {t("positions.edit")}
                </Button>
              )}
              {position.canAppointActing && (
                <Button onClick={open}>{t("positions.appoint")}</Button>
              )}
            </>
          )
        }
      />
      {position.retired && (
        <Alert color="gray" variant="light" role="status" mb="md" title={t("positions.retired")}>
          {t("positions.retiredText")}
        </Alert>
      )}
      {position.vacancy !== null && !position.retired && <VacancyAlert position={position} />}
      <div className="task-columns">
        <div className="task-aside">
          <Appointments
            title={t("positions.now")}
            none={t("positions.nobody")}
            list={of("CURRENT")}
            position={position}
          />
          {of("UPCOMING").length > 0 && (
            <Appointments
              title={t("positions.upcoming")}
              list={of("UPCOMING")}
              position={position}
            />
          )}
          {past.length > 0 && (
            <Appointments title={t("positions.past")} list={past} position={position} />
          )}
        </div>
        <aside className="task-aside">
          <Place position={position} />
          <Dependents position={position} />
        </aside>
      </div>
      {isAppointing && <AppointDialog position={position} onClose={close} />}
      {isEditing && (
        <PositionDialog position={position} officeId={position.office.id} onClose={editing.close} />
      )}
    </div>
  );
}

function VacancyAlert({ position }: { position: PositionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, until, isNow } = position.vacancy!;
  return (
    <Alert
      color={isNow ? "red" : "yellow"}
      variant="light"
      role={isNow ? "alert" : "status"}
      mb="md"
      title={
        isNow ? t("positions.vacantNow") : t("positions.vacantFrom", { date: format.date(from) })
      }
    >
      {isNow && position.openTaskCount > 0
        ? t("positions.tasksWait", { count: position.openTaskCount })
        : t("positions.willWait")}
      {until !== null && ` ${t("positions.heldFrom", { date: format.date(until) })}`}
    </Alert>
  );
}

function Appointments(props: {
  title: string;
  /** What is said where the list is empty. */
  none?: string;
  list: readonly AppointmentFieldsFragment[];
  position: PositionView;
}) {
  const { title, none, list, position } = props;
  return (
    <section className="sheet sheet-pad" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {list.length === 0 && <p className="late nobody">{none}</p>}
      <ul className="appointments">
        {list.map((appointment) => (
          <li key={appointment.id}>
            <HolderLine appointment={appointment} />
            {appointment.canChange && (
              <AppointmentActions appointment={appointment} timeZone={position.office.timeZone} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AppointmentActions(props: { appointment: AppointmentFieldsFragment; timeZone: string }) {
  const { t } = useTranslation();
  const { appointment } = props;
  const [isChanging, changing] = useDisclosure(false);
  const [isEnding, ending] = useDisclosure(false);
  const { name } = appointment.person;
  const end = appointment.state === "UPCOMING" ? t("positions.withdraw") : t("positions.endNow");
  return (
    <Group gap={6}>
      <Button
        variant="default"
        size="compact-sm"
        fw={400}
        aria-label={`${t("positions.change")}: ${name}`}
        onClick={changing.open}
      >
        {t("positions.change")}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        fw={400}
        aria-label={`${end}: ${name}`}
        onClick={ending.open}
      >
        {end}
      </Button>
      {isChanging && <ChangeDatesDialog {...props} onClose={changing.close} />}
      {isEnding && <EndDialog appointment={appointment} onClose={ending.close} />}
    </Group>
  );
}

/** Where it stands, and what an admin does about it. */
function Place({ position }: { position: PositionView }) {
  const { t } = useTranslation();
  const me = useMe();
  const [isRetiring, retiring] = useDisclosure(false);
  const [restoring, setRetired] = useAction(setPositionRetiredMutation, {
    context: showsPositions,
  });
  const { id: positionId, revision, superior, code, retired, isHead } = position;
  const restore = () => void setRetired({ input: { positionId, revision, retired: false } });
  return (
    <section className="sheet sheet-pad" aria-label={t("positions.place")}>
      <h2 className="section-title">{t("positions.place")}</h2>
      <dl className="facts position-place">
        <dt>{t("positions.superior")}</dt>
        <dd>
          {superior === null ? (
            "–"
          ) : (
            <Anchor component={Link} to={`/jabatan/${encodeURIComponent(superior.id)}`}>
              {superior.name}
            </Anchor>
          )}
        </dd>
        {isHead && (
          <>
            <dt>{t("positions.leads")}</dt>
            <dd>{t("positions.isHead")}</dd>
          </>
        )}
        <dt>{t("positions.code")}</dt>
        <dd className="code">{code}</dd>
      </dl>
      {me.roles.includes("ADMIN") && (
        <div className="position-doings">
          {retired ? (
            <Button variant="default" fw={400} loading={restoring} onClick={restore}>
              {t("positions.restore")}
            </Button>
          ) : (
            <Button variant="default" fw={400} className="quiet-danger" onClick={retiring.open}>
              {t("positions.retire")}
            </Button>
          )}
          <Anchor
            component={Link}
            to={`/jejak-audit?tentang=${encodeURIComponent(positionId)}`}
            size="sm"
          >
            {t("audit.ofThis")}
          </Anchor>
        </div>
      )}
      {isRetiring && <RetireDialog position={position} onClose={retiring.close} />}
    </section>
  );
}

/** What stands still without anybody in it. */
function Dependents({ position }: { position: PositionView }) {
  const { t } = useTranslation();
  const { sopsInForce, openTaskCount } = position;
  return (
    <section className="sheet sheet-pad position-facts" aria-label={t("positions.dependents")}>
      <h2 className="section-title">{t("positions.dependents")}</h2>
      <p>{t("positions.openTasks", { count: openTaskCount })}</p>
      <p className="quiet">{t("positions.inSops", { count: sopsInForce.length })}</p>
      <ul className="plain-list">
        {sopsInForce.map(({ id, title }) => (
          <li key={id}>
            <Anchor component={Link} to={`/sop/${encodeURIComponent(id)}`}>
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
