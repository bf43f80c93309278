import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { EmailButton } from "../notices/email-button.js";
import { useMe } from "../app/session.js";
import { showsPositions } from "../app/shows-types.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useDays } from "../positions/holder-line.js";
import "../positions/positions.css";
import "../task/task.css";
import { DisableDialog } from "./disable-dialog.js";
import { EditPersonDialog } from "./edit-person-dialog.js";
import { MoveDialog } from "./move-dialog.js";
import { type HandedOut, PasswordModal } from "./password-modal.js";
import { resetPasswordMutation, setPersonDisabledMutation } from "./people-operations.js";
import { personQuery, type PersonView } from "./person-operations.js";
import { RolesDialog } from "./roles-dialog.js";
import "./people.css";

type Opened = "edit" | "roles" | "move" | "disable";

const dialogs = {
  edit: EditPersonDialog,
  roles: RolesDialog,
  move: MoveDialog,
  disable: DisableDialog,
} as const;

/** One person: what they are called, what they hold and may do, and what an admin does about it. */
export function PersonPage() {
  const { personId = "" } = useParams();
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: personQuery,
    context: showsPositions,
    variables: { id: personId },
    requestPolicy: "cache-and-network",
  });
  if (data === undefined && fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  const person = data?.node;
  if (person?.__typename !== "Person") return <NotFound />;
  const Dialog = opened === null ? null : dialogs[opened];
  return (
    <div className="measure">
      <PageHeader
        title={person.name}
        crumb={
          <Anchor component={Link} to="/orang" inherit>
            {t("people.title")}
          </Anchor>
        }
        under={person.office.name}
        actions={<Button onClick={() => setOpened("edit")}>{t("people.edit")}</Button>}
      />
      <div className="task-columns">
        <div className="task-aside">
          <Account person={person} />
          <Positions person={person} />
        </div>
        <aside className="task-aside">
          <Doings person={person} onOpen={setOpened} />
        </aside>
      </div>
      {Dialog !== null && <Dialog person={person} onClose={() => setOpened(null)} />}
    </div>
  );
}

function Account({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet sheet-pad" aria-label={t("people.account")}>
      <h2 className="section-title">{t("people.account")}</h2>
      <dl className="facts">
        <dt>{t("people.username")}</dt>
        <dd>{person.username}</dd>
        <dt>NIP</dt>
        <dd>{person.nip ?? "–"}</dd>
        <dt>{t("email.label")}</dt>
        <dd>{person.email ?? "–"}</dd>
        <dt>{t("people.roles")}</dt>
        <dd>{(person.roles ?? []).map((role) => t(`role.${role}`)).join(", ") || "–"}</dd>
        <dt>{t("people.state")}</dt>
        <dd>
          {person.disabled === true
            ? t("people.disabled")
            : person.mustChangePassword === true
              ? t("people.mustChange")
              : t("people.enabled")}
        </dd>
        <dt>{t("people.claimed")}</dt>
        <dd>{t("people.claimedTasks", { count: person.claimedTaskCount })}</dd>
      </dl>
    </section>
  );
}

function Positions({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const days = useDays();
  const all = person.appointments ?? [];
  const lists = [
    { title: t("people.holdsNow"), list: all.filter(({ state }) => state === "CURRENT") },
    { title: t("positions.upcoming"), list: all.filter(({ state }) => state === "UPCOMING") },
    { title: t("positions.past"), list: all.filter(({ state }) => state === "PAST") },
  ];
  return lists.map(({ title, list }, index) =>
    index > 0 && list.length === 0 ? null : (
      <section key={title} className="sheet sheet-pad" aria-label={title}>
        <h2 className="section-title">{title}</h2>
        {list.length === 0 && <p className="quiet nobody">{t("people.holdsNothing")}</p>}
        <ul className="appointments">
          {list.map((appointment) => (
            <li key={appointment.id}>
              <div className="holder-line">
                <Anchor
                  component={Link}
                  to={`/jabatan/${encodeURIComponent(appointment.position.id)}`}
                >
                  {appointment.position.name}
                </Anchor>
                <span className="quiet">
                  {[t(`capacity.${appointment.capacity}`), days(appointment)]
                    .filter((text) => text !== "")
                    .join(" · ")}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
    ),
  );
}

function Doings(props: { person: PersonView; onOpen: (dialog: Opened) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { person, onOpen } = props;
  const [handedOut, setHandedOut] = useState<HandedOut | null>(null);
  const [resetting, reset] = useAction(resetPasswordMutation);
  const [enabling, setDisabled] = useAction(setPersonDisabledMutation);
  const resetPassword = async () => {
    const result = await reset({ input: { personId: person.id } });
    if (result.ok && result.payload.temporaryPassword !== null) {
      setHandedOut({ name: person.name, password: result.payload.temporaryPassword });
    }
  };
  const enable = () => void setDisabled({ input: { personId: person.id, disabled: false } });
  const isMe = person.id === me.id;
  return (
    <section className="sheet sheet-pad" aria-label={t("common.actions")}>
      <h2 className="section-title">{t("common.actions")}</h2>
      <div className="person-doings">
        <Button variant="default" fw={400} onClick={() => onOpen("roles")}>
          {t("people.editRoles")}
        </Button>
        <Button variant="default" fw={400} onClick={() => onOpen("move")}>
          {t("people.move")}
        </Button>
        <EmailButton person={person} />
        <Button variant="default" fw={400} loading={resetting} onClick={() => void resetPassword()}>
          {t("people.resetPassword")}
        </Button>
        {person.disabled === true ? (
          <Button variant="default" fw={400} loading={enabling} onClick={enable}>
            {t("people.enable")}
          </Button>
        ) : (
          <Button
            variant="default"
            fw={400}
            className="quiet-danger"
            disabled={isMe}
            onClick={() => onOpen("disable")}
          >
            {t("people.disable")}
          </Button>
        )}
        <Anchor
          component={Link}
          to={`/jejak-audit?tentang=${encodeURIComponent(person.id)}`}
          size="sm"
        >
          {t("audit.ofThis")}
        </Anchor>
      </div>
      <PasswordModal handedOut={handedOut} onClose={() => setHandedOut(null)} />
    </section>
  );
}
