import { Select, Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { localTime } from "../app/office-moment.js";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { useNow } from "../app/use-format.js";
import { CalendarEditor } from "./calendar-editor.js";
import { CalendarHistory } from "./calendar-history.js";
import { calendarOfficesQuery } from "./calendar-operations.js";
import { HolidaysEditor } from "./holidays-editor.js";
import { OwnDays } from "./own-days.js";
import { UnsavedWorkGuard } from "./unsaved-work.js";
import { YearStep } from "./year-step.js";
import { YearView } from "./year-view.js";
import "./calendar.css";
import "./year-view.css";

const tabs = ["tahun", "jam", "libur", "riwayat"] as const;
/** In the address and in the list: the calendar of all offices that have none of their own. */
const forAll = "bersama";

/** When an office works: everybody reads it, admins change it. */
export function CalendarPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const isAdmin = me.roles.includes("ADMIN");
  const today = localTime(useNow(), me.office.timeZone);
  const tab = tabs.find((one) => one === params.get("lihat")) ?? "tahun";
  /** What was looked at stays: what is being typed there is not lost. */
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const year = Number(params.get("tahun")) || Number(today.slice(0, 4));
  const chosen = params.get("kantor") ?? me.office.id;
  const officeId = chosen === forAll ? null : chosen;
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const onYear = (next: number) => set("tahun", String(next));
  const yearView = <YearView officeId={officeId} year={year} onYear={onYear} />;
  return (
    <div className="measure">
      <PageHeader
        title={t("calendar.title")}
        under={t("calendar.hint")}
        actions={<OfficeChoice value={chosen} onChange={(office) => set("kantor", office)} />}
      />
      {isAdmin ? (
        <UnsavedWorkGuard>
          <Tabs
            value={tab}
            keepMounted={false}
            // Hidden, an editor goes on saying that it holds what is not saved.
            keepMountedMode="display-none"
            onChange={(next) => {
              if (next === null) return;
              setSeen(new Set([...seen, tab, next]));
              set("lihat", next);
            }}
          >
            <Tabs.List mb="md" aria-label={t("calendar.title")}>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`calendar.tab.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="tahun">{yearView}</Tabs.Panel>
            <Tabs.Panel value="jam" keepMounted={seen.has("jam")}>
              <CalendarEditor key={chosen} officeId={officeId} />
            </Tabs.Panel>
            <Tabs.Panel value="libur" keepMounted={seen.has("libur")}>
              <YearStep year={year} onYear={onYear} />
              <HolidaysEditor year={year} />
              {officeId !== null && <OwnDays officeId={officeId} year={year} />}
            </Tabs.Panel>
            <Tabs.Panel value="riwayat">
              <CalendarHistory officeId={officeId} />
            </Tabs.Panel>
          </Tabs>
        </UnsavedWorkGuard>
      ) : (
        yearView
      )}
    </div>
  );
}

function OfficeChoice(props: { value: string; onChange: (office: string) => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: calendarOfficesQuery, variables: {} });
  const offices = (data?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      aria-label={t("calendar.office")}
      allowDeselect={false}
      data={[...offices, { value: forAll, label: t("calendar.common") }]}
      value={props.value}
      onChange={(office) => office !== null && props.onChange(office)}
      w={280}
      maw="100%"
    />
  );
}
