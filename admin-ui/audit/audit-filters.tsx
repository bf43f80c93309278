import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsOffices } from "../app/shows-types.js";
import type { AuditAction, AuditFilter } from "../generated/graphql.js";
import { officeBookQuery } from "../offices/office-operations.js";
import { PersonFilter } from "./person-filter.js";
import { auditActions } from "./audit-actions.js";
import { useAuditWords } from "./use-audit-words.js";

/** What is asked for, as the address has it; blank for anything. */
export interface AuditWish {
  readonly search: string;
  readonly officeId: string;
  readonly action: string;
  readonly actorId: string;
  readonly subjectId: string;
  /** "2026-11-30", both included. */
  readonly from: string;
  readonly to: string;
}

export const wishOf = (params: URLSearchParams): AuditWish => ({
  search: params.get("cari") ?? "",
  officeId: params.get("perangkat") ?? "",
  action: params.get("tindakan") ?? "",
  actorId: params.get("oleh") ?? "",
  subjectId: params.get("tentang") ?? "",
  from: params.get("dari") ?? "",
  to: params.get("sampai") ?? "",
});

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const oneDay = 86_400_000;

/** The beginning of a day by the clocks of this browser. */
const instant = (day: string, plus = 0): string =>
  new Date(new Date(`${day}T00:00:00`).getTime() + plus).toISOString();

export function filterOf(wish: AuditWish): AuditFilter {
  const action = auditActions.find((one) => one === wish.action);
  return {
    ...(wish.search.trim() === "" ? {} : { search: wish.search.trim() }),
    ...(wish.officeId === "" ? {} : { officeId: wish.officeId }),
    ...(action === undefined ? {} : { action: action as AuditAction }),
    ...(wish.actorId === "" ? {} : { actorId: wish.actorId }),
    ...(wish.subjectId === "" ? {} : { subjectId: wish.subjectId }),
    ...(isDay(wish.from) ? { from: instant(wish.from) } : {}),
    ...(isDay(wish.to) ? { to: instant(wish.to, oneDay) } : {}),
  };
}

/** What narrows the trail. */
export function AuditFilters(props: {
  wish: AuditWish;
  onChange: (change: Partial<AuditWish>) => void;
}) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const { wish, onChange } = props;
  const [search, setSearch] = useState(wish.search);
  const [{ data }] = useQuery({ query: officeBookQuery, context: showsOffices });
  const isNarrowed = Object.values(wish).some((value) => value !== "");
  const clear = () => {
    setSearch("");
    onChange(wishOf(new URLSearchParams()));
  };
  return (
    <div className="audit-filters">
      <TextInput
        type="search"
        aria-label={t("audit.search")}
        placeholder={t("audit.search")}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          onChange({ search: event.currentTarget.value });
        }}
      />
      <Select
        aria-label={t("audit.action")}
        placeholder={t("audit.anyAction")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        nothingFoundMessage={t("common.nothingFound")}
        value={wish.action === "" ? null : wish.action}
        data={auditActions
          .map((value) => ({ value, label: words.action(value) }))
          .toSorted((one, other) => one.label.localeCompare(other.label))}
        onChange={(action) => onChange({ action: action ?? "" })}
      />
      <Select
        aria-label={t("people.office")}
        placeholder={t("people.anyOffice")}
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        value={wish.officeId === "" ? null : wish.officeId}
        data={(data?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(officeId) => onChange({ officeId: officeId ?? "" })}
      />
      <PersonFilter value={wish.actorId} onChange={(actorId) => onChange({ actorId })} />
      <div className="audit-dates">
        <TextInput
          type="date"
          label={t("audit.from")}
          value={wish.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("audit.to")}
          value={wish.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      {wish.subjectId !== "" && <p className="quiet audit-only">{t("audit.onlyOne")}</p>}
      {isNarrowed && (
        <Button variant="subtle" onClick={clear}>
          {t("audit.clearFilters")}
        </Button>
      )}
    </div>
  );
}
