import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import {
  fieldChanges,
  type Holiday,
  holidayFaults,
  holidayFields,
  holidaysFromFields,
} from "../../domain/index.js";
import { showsCalendars } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import type { HolidaysQuery } from "../generated/graphql.js";
import {
  holidaysQuery,
  previewHolidaysQuery,
  saveHolidaysMutation,
} from "./calendar-operations.js";
import { type Conflict, ConflictDialog } from "./conflict-dialog.js";
import { faultPath } from "./fault-path.js";
import { SaveBar } from "./save-bar.js";
import { SaveDialog } from "./save-dialog.js";
import { useSaving } from "./use-saving.js";

type Year = HolidaysQuery["holidays"];

/** The national holidays and joint leave of a year, for every office. */
export function HolidaysEditor({ year }: { year: number }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: holidaysQuery,
    variables: { year },
    context: showsCalendars,
    requestPolicy: "network-only",
  });
  if (data === undefined || data.holidays.year !== year) {
    if (fetching) return <Loading />;
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  return <Editor key={year} holidays={data.holidays} />;
}

const withoutTypes = ({ days }: Year): readonly Holiday[] =>
  days.map(({ date, name, kind, basis }) => ({ date, name, kind, basis }));

function Editor({ holidays }: { holidays: Year }) {
  const { t } = useTranslation();
  const { year } = holidays;
  const [from, setFrom] = useState(holidays);
  const [days, setDays] = useState<readonly Holiday[]>(() => withoutTypes(holidays));
  const [conflict, setConflict] = useState<{
    readonly parts: Conflict;
    readonly saved: Year;
  } | null>(null);
  const [isChecked, setChecked] = useState(false);
  const base = useMemo(() => holidayFields(withoutTypes(from)), [from]);
  const changes = fieldChanges(base, holidayFields(days));
  const faults = holidayFaults(days, year);
  const faultAt = (path: string) => {
    const fault = isChecked ? faults.find((one) => one.path === path) : undefined;
    return fault === undefined ? null : t(`calendar.fault.${fault.code}`, { ...fault.params });
  };
  const begin = (saved: Year) => {
    setFrom(saved);
    setDays(withoutTypes(saved));
    setChecked(false);
  };
  const saving = useSaving({
    preview: previewHolidaysQuery,
    mutation: saveHolidaysMutation,
    onSaved: (payload) => payload.holidays && begin(payload.holidays),
    onConflict: (payload) => {
      if (!payload.holidays) return;
      const theirs = holidayFields(withoutTypes(payload.holidays));
      setConflict({ parts: { base, mine: holidayFields(days), theirs }, saved: payload.holidays });
    },
  });
  const change = (index: number, part: Partial<Holiday>) =>
    setDays(days.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const basis = days.at(-1)?.basis ?? "";
  const add = () => setDays([...days, { date: "", name: "", kind: "JOINT_LEAVE", basis }]);
  const input = { year, expectedRevision: from.revision, days: [...days] };
  return (
    <Stack gap="md">
      <section className="sheet sheet-pad" aria-label={t("calendar.holidaysOf", { year })}>
        <p className="quiet">{t("calendar.holidaysHint")}</p>
        {days.map((day, index) => (
          <HolidayRow
            key={index}
            day={day}
            number={index + 1}
            faultAt={(part) => faultAt(faultPath("days", index, part))}
            onChange={(part) => change(index, part)}
            onRemove={() => setDays(days.filter((_, at) => at !== index))}
          />
        ))}
        <Group mt="sm">
          <Button variant="default" onClick={add}>
            {t("calendar.addHoliday")}
          </Button>
        </Group>
      </section>
      <SaveBar
        // A row that says what another says changes nothing, and is still to be put right.
        count={Math.max(changes.length, Math.abs(days.length - from.days.length))}
        workOf="tahun"
        errors={saving.errors}
        isFaulty={isChecked && faults.length > 0}
        busy={saving.looking}
        onUndo={() => begin(from)}
        onSave={() => {
          setChecked(true);
          if (faults.length === 0) void saving.look(input);
        }}
      />
      {saving.preview !== null && (
        <SaveDialog
          preview={saving.preview}
          busy={saving.saving}
          onSave={() => void saving.save(input)}
          onClose={saving.close}
        />
      )}
      {conflict !== null && (
        <ConflictDialog
          conflict={conflict.parts}
          onMerged={(fields) => {
            setFrom(conflict.saved);
            setDays(holidaysFromFields(fields));
            setConflict(null);
          }}
          onClose={() => setConflict(null)}
        />
      )}
    </Stack>
  );
}

function HolidayRow(props: {
  day: Holiday;
  number: number;
  faultAt: (part: string) => string | null;
  onChange: (part: Partial<Holiday>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { day, number, faultAt, onChange } = props;
  const of = { title: t("calendar.holidays"), number };
  return (
    <div className="day-row" data-kind="holiday">
      <TextInput
        type="date"
        aria-label={t("calendar.dateOf", of)}
        value={day.date}
        error={faultAt("date")}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t("calendar.nameOf", of)}
        value={day.name}
        error={faultAt("name")}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        aria-label={t("calendar.kindOf", of)}
        allowDeselect={false}
        data={[
          { value: "HOLIDAY", label: t("calendar.reason.HOLIDAY") },
          { value: "JOINT_LEAVE", label: t("calendar.reason.JOINT_LEAVE") },
        ]}
        value={day.kind}
        onChange={(kind) => onChange({ kind: kind === "HOLIDAY" ? "HOLIDAY" : "JOINT_LEAVE" })}
      />
      <TextInput
        aria-label={t("calendar.basisOf", of)}
        placeholder={t("calendar.basis")}
        value={day.basis}
        error={faultAt("basis")}
        onChange={(event) => onChange({ basis: event.currentTarget.value })}
      />
      <Button
        className="day-remove"
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t("calendar.removeOf", of)}
        onClick={props.onRemove}
      >
        {t("calendar.remove")}
      </Button>
    </div>
  );
}
