import { Alert, Button, Group, NumberInput, Select, Stack } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import {
  type CalendarDefinition,
  calendarFaults,
  calendarFields,
  calendarFromFields,
  fieldChanges,
} from "../../domain/index.js";
import { showsCalendars } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import type { CalendarPartsFragment } from "../generated/graphql.js";
import { draftOf, inputOf } from "./calendar-draft.js";
import {
  dropCalendarMutation,
  previewCalendarQuery,
  saveCalendarMutation,
  workingCalendarQuery,
} from "./calendar-operations.js";
import { weeklyPresets } from "./calendar-presets.js";
import { type Conflict, ConflictDialog } from "./conflict-dialog.js";
import { faultPath } from "./fault-path.js";
import { PeriodFields } from "./period-fields.js";
import { SaveBar } from "./save-bar.js";
import { SaveDialog } from "./save-dialog.js";
import { SingleDayFields } from "./single-day-fields.js";
import { useSaving } from "./use-saving.js";
import { WeeklyFields } from "./weekly-fields.js";

/** The hours, periods and single days of an office's calendar, or of the one for all. */
export function CalendarEditor({ officeId }: { officeId: string | null }) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: workingCalendarQuery,
    variables: { officeId },
    context: showsCalendars,
    requestPolicy: "network-only",
  });
  const [isOwnBegun, setOwnBegun] = useState(false);
  if (data === undefined) {
    if (fetching) return <Loading />;
    return error === undefined ? null : (
      <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
    );
  }
  const calendar = data.workingCalendar;
  if (officeId !== null && !calendar.isOwn && !isOwnBegun) {
    return (
      <Alert variant="light" role="status" title={t("calendar.commonTitle")}>
        <Stack align="flex-start">
          {t("calendar.commonHint")}
          <Button onClick={() => setOwnBegun(true)}>{t("calendar.makeOwn")}</Button>
        </Stack>
      </Alert>
    );
  }
  // A later answer of the server must not take away what is being typed; saving hands on what it made.
  return (
    <Editor
      key={officeId ?? "common"}
      officeId={officeId}
      calendar={calendar}
      onDropped={() => setOwnBegun(false)}
    />
  );
}

const zones = [
  { value: "Asia/Jakarta", label: "WIB" },
  { value: "Asia/Makassar", label: "WITA" },
  { value: "Asia/Jayapura", label: "WIT" },
];

function Editor(props: {
  officeId: string | null;
  calendar: CalendarPartsFragment;
  /** The office has no calendar of its own any more, or does not begin one after all. */
  onDropped: () => void;
}) {
  const { t } = useTranslation();
  const { officeId } = props;
  const [from, setFrom] = useState(props.calendar);
  const [draft, setDraft] = useState<CalendarDefinition>(() => draftOf(props.calendar));
  const [conflict, setConflict] = useState<{
    readonly parts: Conflict;
    readonly saved: CalendarPartsFragment;
  } | null>(null);
  const [isChecked, setChecked] = useState(false);
  const base = useMemo(() => calendarFields(draftOf(from)), [from]);
  const changes = fieldChanges(base, calendarFields(draft));
  const isNew = officeId !== null && !from.isOwn;
  const faults = calendarFaults(draft);
  const faultAt = (path: string) => {
    const fault = isChecked ? faults.find((one) => one.path === path) : undefined;
    return fault === undefined ? null : t(`calendar.fault.${fault.code}`, { ...fault.params });
  };
  const change = (part: Partial<CalendarDefinition>) => setDraft({ ...draft, ...part });
  const begin = (calendar: CalendarPartsFragment) => {
    setFrom(calendar);
    setDraft(draftOf(calendar));
    setChecked(false);
  };
  const saving = useSaving({
    preview: previewCalendarQuery,
    mutation: saveCalendarMutation,
    onSaved: ({ calendar }) => calendar && begin(calendar),
    onConflict: ({ calendar }) => {
      if (!calendar) return;
      const theirs = calendarFields(draftOf(calendar));
      setConflict({ parts: { base, mine: calendarFields(draft), theirs }, saved: calendar });
    },
  });
  const [dropping, drop] = useAction(dropCalendarMutation);
  const dropOwn = async (office: string) => {
    const result = await drop({ input: { officeId: office, expectedRevision: from.revision } });
    if (result.ok) props.onDropped();
  };
  const input = inputOf(draft, officeId, from.revision);
  const { weekly, periods, daysOff = [], extraDays = [], worksThrough = [] } = draft;
  return (
    <Stack gap="md">
      <section className="sheet sheet-pad" aria-label={t("calendar.weekly")}>
        <h2 className="section-title">{t("calendar.weekly")}</h2>
        <Group align="flex-start" mb="md">
          {officeId !== null && (
            <Select
              label={t("calendar.timeZone")}
              data={zones}
              allowDeselect={false}
              w={130}
              value={
                draft.timeZone === "Asia/Pontianak" ? "Asia/Jakarta" : (draft.timeZone ?? null)
              }
              onChange={(timeZone) => timeZone !== null && change({ timeZone })}
            />
          )}
          <NumberInput
            label={t("calendar.minutesPerDay")}
            description={t("calendar.minutesPerDayHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            min={1}
            max={1440}
            allowDecimal={false}
            w={300}
            value={draft.minutesPerWorkingDay}
            error={faultAt("minutesPerWorkingDay")}
            onChange={(value) => change({ minutesPerWorkingDay: Number(value) })}
          />
        </Group>
        <WeeklyFields
          weekly={weekly}
          presets={weeklyPresets}
          path="weekly"
          faultAt={faultAt}
          onWeekly={(next) => change({ weekly: next })}
        />
      </section>
      <PeriodFields
        periods={periods}
        faultAt={faultAt}
        onPeriods={(next) => change({ periods: next })}
      />
      <SingleDayFields
        title={t("calendar.daysOff")}
        hint={t("calendar.daysOffHint")}
        path="daysOff"
        days={daysOff}
        faultAt={faultAt}
        blank={{ date: "", name: "" }}
        onDays={(next) => change({ daysOff: next })}
      />
      <SingleDayFields
        title={t("calendar.extraDays")}
        hint={t("calendar.extraDaysHint")}
        path="extraDays"
        days={extraDays}
        faultAt={faultAt}
        blank={{ date: "", name: "", hours: [["08:00", "12:00"]] }}
        onDays={(next) => change({ extraDays: next })}
        withHours
      />
      <SingleDayFields
        title={t("calendar.worksThrough")}
        hint={t("calendar.worksThroughHint")}
        path="worksThrough"
        days={worksThrough.map((date) => ({ date }))}
        faultAt={faultAt}
        datePath={(index) => faultPath("worksThrough", index)}
        wordsOf={() => ""}
        blank={{ date: "" }}
        onDays={(next) => change({ worksThrough: next.map(({ date }) => date) })}
      />
      {officeId !== null && from.isOwn && (
        <Group>
          <Button
            variant="default"
            fw={400}
            loading={dropping}
            onClick={() => void dropOwn(officeId)}
          >
            {t("calendar.dropOwn")}
          </Button>
        </Group>
      )}
      <SaveBar
        count={changes.length}
        isNew={isNew}
        workOf="kantor"
        errors={saving.errors}
        isFaulty={isChecked && faults.length > 0}
        busy={saving.looking}
        onUndo={() => (isNew ? props.onDropped() : begin(from))}
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
            setDraft(calendarFromFields(fields));
            setConflict(null);
          }}
          onClose={() => setConflict(null)}
        />
      )}
    </Stack>
  );
}
