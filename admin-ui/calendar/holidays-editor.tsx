import { Button, Group, Stack } from "@mantine/core";
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
import { HolidayRow } from "./holiday-row.js";
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
  /** The row that was added last: writing goes on there. */
  const [added, setAdded] = useState<number | null>(null);
  const begin = (saved: Year) => {
    setFrom(saved);
    setDays(withoutTypes(saved));
    setChecked(false);
    setAdded(null);
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
  // Each new day has its own decree: the one before it is not taken over.
  const add = () => {
    setAdded(days.length);
    setDays([...days, { date: "", name: "", kind: "JOINT_LEAVE", basis: "" }]);
  };
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
            isNew={index === added}
            faultAt={(part) =>
              part === "date" && isChecked && day.date === ""
                ? t("calendar.dateMissing")
                : faultAt(faultPath("days", index, part))
            }
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
