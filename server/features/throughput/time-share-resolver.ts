import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  caseIntervals,
  caseLedger,
  caseMoments,
  type CaseEvent,
  type LoggedEvents,
  type WorkingCalendar,
  workingTimeParts,
} from "../../../domain/index.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { WorkingTime } from "../../runtime/graphql/working-time.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { readWorkingCalendar, type WorkingCalendars } from "../../runtime/working-calendars.js";
import { Instance, readThrough } from "../cases/case-service.js";
import { formOf } from "../sops/sop-service.js";
import { TimeShare } from "./time-share-types.js";

/** What happened to a case, in the engine's own words. */
const loggedEvents: LoaderDefinition<number, readonly LoggedEvents[]> = {
  name: "loggedEvents",
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number; at: number; events: string }>(
      `SELECT instance_id AS id, at, events FROM history_entry
        WHERE instance_id IN (${placeholders(ids)}) ORDER BY instance_id, seq`,
      [...ids],
    );
    const logs = new Map<number, LoggedEvents[]>(ids.map((id) => [id, []]));
    for (const { id, at, events } of rows) {
      logs.get(id)?.push({ at, events: JSON.parse(events) as CaseEvent[] });
    }
    return ids.map((id) => logs.get(id) ?? []);
  },
};

/** When what an office counts as working time was last changed; 0: never. */
const calendarChangedAt: LoaderDefinition<number, number> = {
  name: "calendarChangedAt",
  async load({ reader }, officeIds) {
    const rows = await reader.all<Row & { officeId: number | null; at: number }>(
      `SELECT office_id AS officeId, MAX(at) AS at FROM calendar_change
        WHERE office_id IS NULL OR office_id IN (${placeholders(officeIds)}) GROUP BY office_id`,
      [...officeIds],
    );
    const found = new Map(rows.map(({ officeId, at }) => [officeId, at]));
    return officeIds.map((id) => Math.max(found.get(id) ?? 0, found.get(null) ?? 0));
  },
};

/** Where the time of a case went. */
@Resolver(() => Instance)
export class TimeShareResolver {
  constructor(
    private readonly versions: EnactedVersions,
    private readonly calendars: WorkingCalendars,
  ) {}

  @FieldResolver(() => [TimeShare], {
    description:
      "Where its lead time went, by lane, in the order in which they first had it. A token needs CASES_READ.",
  })
  timeShares(@Root() instance: Instance, @Ctx() scope: RequestScope): NowOrLater<TimeShare[]> {
    return readThrough(scope, "case.read", instance, async () => {
      const [log, { plan }, calendar, { laneByKey }] = await Promise.all([
        scope.loaders.get(loggedEvents).load(instance.rowId),
        this.versions.get(scope.reader, instance.versionId),
        this.#calendarOf(instance, scope),
        formOf(scope, instance.versionId),
      ]);
      const shares = caseLedger(caseIntervals(caseMoments(plan, log), scope.ctx.now()), calendar);
      return shares.map(({ lane, ...share }) =>
        Object.assign(new TimeShare(), {
          ...share,
          lane: lane === null ? null : (laneByKey.get(lane) ?? null),
          workingParts: Object.assign(new WorkingTime(), {
            isLate: false,
            ...workingTimeParts(calendar, share.working),
          }),
        }),
      );
    });
  }

  /**
   * The newest while the case runs; then the one of its end, so that what is over stays as it was. Both
   * are the same, and at hand, where nothing was changed since.
   */
  async #calendarOf(
    { officeId, endedAt }: Instance,
    { reader, loaders }: RequestScope,
  ): Promise<WorkingCalendar> {
    const isNewest =
      endedAt === null || (await loaders.get(calendarChangedAt).load(officeId)) <= endedAt;
    return isNewest
      ? this.calendars.of(reader, officeId)
      : readWorkingCalendar(reader, officeId, endedAt);
  }
}
