import { ActionIcon, Button, Drawer, Popover, Tooltip } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { Suspense, useEffect, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation } from "react-router";
import { UnreadBadge } from "../notices/unread-badge.js";
import { useUnreadQuery } from "../notices/use-unread-count.js";
import { StuckBadge } from "../stuck/stuck-badge.js";
import { AccountMenu } from "./account-menu.js";
import {
  AuditIcon,
  CalendarIcon,
  CasesIcon,
  CatalogueIcon,
  BellIcon,
  MailIcon,
  MoreIcon,
  OfficeIcon,
  PeopleIcon,
  PersonIcon,
  RequestsIcon,
  PositionsIcon,
  SopsIcon,
  StuckIcon,
  TasksIcon,
  ThroughputIcon,
  TokenIcon,
  WebhookIcon,
} from "./icons.js";
import { isStaff } from "./is-staff.js";
import { seesPositions } from "./sees-positions.js";
import { useMe } from "./session.js";
import "./shell.css";
import { Loading } from "./states.js";
import { useDeskStream } from "./use-live-refetch.js";
import { FailedWebhooksBadge } from "./failed-webhooks-badge.js";
import { VacantBadge } from "./vacant-badge.js";

interface Place {
  readonly to: string;
  readonly label: string;
  readonly Icon: ComponentType;
  /** What is to be noticed about it. */
  readonly Badge?: ComponentType;
}

const tasks: Place = { to: "/tugas", label: "nav.tasks", Icon: TasksIcon };
const catalogue: Place = { to: "/layanan", label: "nav.catalogue", Icon: CatalogueIcon };
const sops: Place = { to: "/sop", label: "nav.sops", Icon: SopsIcon };

const placesOfStaff: readonly Place[] = [
  tasks,
  { to: "/berkas", label: "nav.cases", Icon: CasesIcon },
  catalogue,
  sops,
];

/** Whoever works for no office here has no cases but those that they asked for. */
const placesOfRequester: readonly Place[] = [
  tasks,
  { to: "/permohonan", label: "nav.requests", Icon: RequestsIcon },
  catalogue,
  sops,
];

/** In the rail; on a phone it stands at the top of the page. */
const notices: Place = {
  to: "/pemberitahuan",
  label: "nav.notices",
  Icon: BellIcon,
  Badge: UnreadBadge,
};

const positionsPlace: Place = {
  to: "/jabatan",
  label: "nav.positions",
  Icon: PositionsIcon,
  Badge: VacantBadge,
};

const throughputPlace: Place = {
  to: "/kinerja",
  label: "nav.throughput",
  Icon: ThroughputIcon,
};

const stuckPlace: Place = {
  to: "/macet",
  label: "nav.stuck",
  Icon: StuckIcon,
  Badge: StuckBadge,
};

const calendarPlace: Place = { to: "/kalender", label: "nav.calendar", Icon: CalendarIcon };

const adminPlaces: readonly Place[] = [
  throughputPlace,
  stuckPlace,
  positionsPlace,
  { to: "/orang", label: "nav.people", Icon: PeopleIcon },
  { to: "/perangkat-daerah", label: "nav.offices", Icon: OfficeIcon },
  calendarPlace,
  { to: "/token", label: "nav.tokens", Icon: TokenIcon },
  { to: "/surel", label: "nav.mail", Icon: MailIcon },
  { to: "/webhook", label: "nav.webhooks", Icon: WebhookIcon, Badge: FailedWebhooksBadge },
  { to: "/jejak-audit", label: "nav.audit", Icon: AuditIcon },
];

/** Where a form fills the screen, the rail makes room for it unless there is enough for both. */
function useIsSlim(): boolean {
  const { pathname } = useLocation();
  const hasLittle = useMediaQuery("(max-width: 1599px)", false, { getInitialValueInEffect: false });
  return hasLittle && /^\/sop\/[^/]+/.test(pathname);
}

/** The menu of an admin leaves no room for their own things on the screen of a small laptop. */
function useIsFolded(isAdmin: boolean): boolean {
  const isLow = useMediaQuery("(max-height: 947px)", false, { getInitialValueInEffect: false });
  return isLow && isAdmin;
}

export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  const [more, { open, close }] = useDisclosure(false);
  const isAdmin = me.roles.includes("ADMIN");
  const places = isStaff(me) ? placesOfStaff : placesOfRequester;
  const overseen = seesPositions(me) ? [throughputPlace, stuckPlace, positionsPlace] : [];
  const further = isAdmin ? adminPlaces : [...overseen, ...(isStaff(me) ? [calendarPlace] : [])];
  /** A calendar alone is nothing to administrate. */
  const furtherLabel = t(isAdmin || overseen.length > 0 ? "nav.administration" : "nav.more");
  const isSlim = useIsSlim();
  const isFolded = useIsFolded(isAdmin);
  useDeskStream();
  useUnreadQuery();
  useEffect(close, [pathname, close]);
  return (
    <div className="shell" data-slim={isSlim || undefined}>
      <a className="skip" href="#isi">
        {t("nav.skip")}
      </a>
      <header className="rail">
        <div className="rail-brand">
          <div className="brand-name">Alur</div>
          <div className="brand-office">{me.office.name}</div>
        </div>
        <nav aria-label={t("nav.label")}>
          <RailLinks items={[notices, ...places]} isSlim={isSlim} />
          {further.length > 0 && (
            <>
              <div className="rail-gap">
                <span className="rail-label">{furtherLabel}</span>
              </div>
              <RailLinks items={further} isSlim={isSlim} />
            </>
          )}
        </nav>
        <div className="rail-foot">
          {isSlim || isFolded ? <FoldedAccount isNamed={!isSlim} /> : <AccountMenu />}
        </div>
      </header>
      <header className="phone-head">
        <NavLink to={notices.to} className="phone-bell">
          <BellIcon />
          <span className="visually-hidden">{t(notices.label)} </span>
          <UnreadBadge />
        </NavLink>
      </header>
      <main className="shell-main" id="isi">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <nav className="tabbar" aria-label={t("nav.label")}>
        {places.map(({ to, label, Icon }) => (
          <NavLink key={to} to={to} className="tabbar-link">
            <Icon />
            {t(label)}
          </NavLink>
        ))}
        <button type="button" className="tabbar-link" onClick={open} aria-expanded={more}>
          <MoreIcon />
          {t("nav.more")}
          {further.length > 0 && <VacantBadge />}
        </button>
      </nav>
      <Drawer
        opened={more}
        onClose={close}
        position="bottom"
        size="auto"
        classNames={{ content: "phone-menu" }}
        title={me.office.name}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        {further.length > 0 && (
          <nav aria-label={furtherLabel} className="phone-menu-places">
            <RailLinks items={further} isSlim={false} />
          </nav>
        )}
        <AccountMenu />
      </Drawer>
    </div>
  );
}

function RailLinks(props: { items: readonly Place[]; isSlim: boolean }) {
  const { t } = useTranslation();
  return props.items.map(({ to, label, Icon, Badge }) => (
    <Tooltip key={to} label={t(label)} position="right" disabled={!props.isSlim}>
      <NavLink to={to} className="rail-link">
        <Icon />
        <span className="rail-label">{t(label)}</span>
        {Badge !== undefined && <Badge />}
      </NavLink>
    </Tooltip>
  ));
}

/** One's own things behind a button, where the rail holds no more than that. */
function FoldedAccount({ isNamed }: { isNamed: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const label = t("account.of", { name: me.name });
  const [isOpen, { toggle, close }] = useDisclosure(false);
  // What it opens outlives it and lies over it: a dialog must not go with what it came from.
  return (
    <Popover
      opened={isOpen}
      onClose={close}
      position="right-end"
      width={228}
      keepMounted
      withArrow
      zIndex={190}
    >
      <Popover.Target>
        {isNamed ? (
          <Button
            variant="subtle"
            color="gray"
            fullWidth
            justify="flex-start"
            leftSection={<PersonIcon />}
            aria-label={label}
            onClick={toggle}
          >
            {me.name}
          </Button>
        ) : (
          <Tooltip label={label} position="right" disabled={isOpen}>
            <ActionIcon variant="default" size={36} radius="xl" aria-label={label} onClick={toggle}>
              <PersonIcon />
            </ActionIcon>
          </Tooltip>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <AccountMenu />
      </Popover.Dropdown>
    </Popover>
  );
}
