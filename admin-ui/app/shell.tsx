import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useLocation } from "react-router";
import { AccountMenu } from "./account-menu.js";
import { CasesIcon, MoreIcon, PeopleIcon, SopsIcon, TasksIcon, TokenIcon } from "./icons.js";
import { useMe } from "./session.js";
import "./shell.css";
import { Loading } from "./states.js";
import { useWorklistStream } from "./use-live-refetch.js";

const places = [
  { to: "/tugas", label: "nav.tasks", Icon: TasksIcon },
  { to: "/berkas", label: "nav.cases", Icon: CasesIcon },
  { to: "/sop", label: "nav.sops", Icon: SopsIcon },
] as const;

const adminPlaces = [
  { to: "/orang", label: "nav.people", Icon: PeopleIcon },
  { to: "/token", label: "nav.tokens", Icon: TokenIcon },
] as const;

export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  const [more, { open, close }] = useDisclosure(false);
  const isAdmin = me.roles.includes("ADMIN");
  useWorklistStream();
  useEffect(close, [pathname, close]);
  return (
    <div className="shell">
      <a className="skip" href="#isi">
        {t("nav.skip")}
      </a>
      <header className="rail">
        <div className="rail-brand">
          <div className="brand-name">Alur</div>
          <div className="brand-office">{me.office.name}</div>
        </div>
        <nav aria-label={t("nav.label")}>
          <RailLinks items={places} />
          {isAdmin && (
            <>
              <div className="rail-gap">{t("nav.administration")}</div>
              <RailLinks items={adminPlaces} />
            </>
          )}
        </nav>
        <div className="rail-foot">
          <AccountMenu />
        </div>
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
        </button>
      </nav>
      <Drawer
        opened={more}
        onClose={close}
        position="bottom"
        size="auto"
        title={me.office.name}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        {isAdmin && (
          <nav aria-label={t("nav.administration")} style={{ margin: "0 -16px 12px" }}>
            <RailLinks items={adminPlaces} />
          </nav>
        )}
        <AccountMenu />
      </Drawer>
    </div>
  );
}

function RailLinks(props: { items: typeof places | typeof adminPlaces }) {
  const { t } = useTranslation();
  return props.items.map(({ to, label, Icon }) => (
    <NavLink key={to} to={to} className="rail-link">
      <Icon />
      {t(label)}
    </NavLink>
  ));
}
