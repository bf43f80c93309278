import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Row } from "../../../server/persistence/database.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";

export const idOf = (globalId: string): number => parseGlobalId(globalId)?.id ?? 0;
export const wib = (local: string): number => Date.parse(`${local}:00+07:00`);

export const calendarFields = `isOwn revision timeZone minutesPerWorkingDay worksThrough
  office { id name } weekly { weekday spans { from to } }
  periods { from to name weekly { weekday spans { from to } } }
  daysOff { date name } extraDays { date name spans { from to } }`;

const weekday = [
  { from: "07:30", to: "12:00" },
  { from: "13:00", to: "16:00" },
];
/** Six days of the week, as a calendar is sent. */
export const sixDays = {
  minutesPerWorkingDay: 480,
  weekly: [1, 2, 3, 4, 5, 6].map((day) => ({ weekday: day, spans: weekday })),
  periods: [] as object[],
  daysOff: [] as object[],
  extraDays: [] as object[],
  worksThrough: [] as string[],
};

/** Reads and edits calendars through the API. */
export class CalendarDesk {
  private constructor(
    readonly driver: CaseDriver,
    readonly officeId: string,
  ) {}

  /** Monday, 3 August 2026, in the morning; the 17th is a holiday. */
  static async open(at = wib("2026-08-03T07:30")): Promise<CalendarDesk> {
    const driver = await CaseDriver.start(at);
    const { me } = await driver.gql("admin", "{ me { office { id } } }");
    return new CalendarDesk(driver, me.office.id);
  }

  async calendar(officeId: string | null = this.officeId, by = "admin"): Promise<AnyData> {
    const document = `query ($id: ID) { workingCalendar(officeId: $id) { ${calendarFields} canEdit } }`;
    return (await this.driver.gql(by, document, { id: officeId })).workingCalendar;
  }

  /** A calendar as it was read, as it is sent. */
  async asInput(officeId: string | null = this.officeId): Promise<AnyData> {
    const { weekly, periods, daysOff, extraDays, worksThrough, minutesPerWorkingDay, revision } =
      await this.calendar(officeId);
    return {
      ...{ weekly, periods, daysOff, extraDays, worksThrough, minutesPerWorkingDay },
      expectedRevision: revision,
      officeId,
    };
  }

  save(input: object, by = "admin", api: TestApi = this.driver.api): Promise<AnyData> {
    const fields = `calendar { ${calendarFields} }`;
    return this.driver.mutate(by, "saveWorkingCalendar", input, fields, api);
  }

  async holidays(year = 2026): Promise<AnyData> {
    const document = `query ($year: Int!) { holidays(year: $year) {
      year revision canEdit days { date name kind basis } } }`;
    return (await this.driver.gql("admin", document, { year })).holidays;
  }

  saveHolidays(input: object, by = "admin", api: TestApi = this.driver.api): Promise<AnyData> {
    const fields = "holidays { year revision days { date name kind basis } }";
    return this.driver.mutate(by, "saveHolidays", input, fields, api);
  }

  /** Adds a joint leave to the national table. */
  async addJointLeave(date: string, name = "Cuti bersama tambahan"): Promise<AnyData> {
    const { year, revision, days } = await this.holidays(Number(date.slice(0, 4)));
    const day = { date, name, kind: "JOINT_LEAVE", basis: "SKB" };
    return this.saveHolidays({ year, expectedRevision: revision, days: [...days, day] });
  }

  async day(date: string, officeId: string | null = this.officeId): Promise<AnyData> {
    const year = Number(date.slice(0, 4));
    const document = `query ($id: ID, $year: Int!) { workingCalendar(officeId: $id) {
      days(year: $year) { date isWorked minutes reason names spans { from to } } } }`;
    const { workingCalendar } = await this.driver.gql("admin", document, { id: officeId, year });
    return workingCalendar.days.find((one: AnyData) => one.date === date);
  }

  /** The audit trail's entries of an action, oldest first. */
  async audited(action: string): Promise<AnyData[]> {
    const rows = await this.driver.api.database.reader.all<Row & { changes: string }>(
      `SELECT actor_name AS actor, subject_name AS subject, office_id AS office, changes
        FROM audit_entry WHERE action = ? ORDER BY seq`,
      [action],
    );
    return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) }));
  }

  stop(): Promise<void> {
    return this.driver.stop();
  }
}
