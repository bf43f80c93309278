import { dayOfStandardTime, visitWaitingFor, type WorkingCalendar } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { Row } from "../../persistence/database.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { loadOne, officeById } from "../people/people-service.js";
import { formOf, type SopNode } from "../sops/sop-service.js";
import { openTasksOfInstance } from "./case-loaders.js";
import type { Instance, Task } from "./case-types.js";
import { stateOfInstance } from "./flow-loaders.js";
import { CasePlace, Whereabouts } from "./whereabouts-types.js";
import { tellWhereabouts, type ToldWhereabouts } from "./whereabouts-words.js";

/** Who is told where a case is. */
export interface Told {
  /** Its requester, who is spoken to; anybody else is spoken to about it. */
  readonly toRequester: boolean;
  /** With a receipt only: tasks have no ids then. */
  readonly byReceipt: boolean;
}

interface RunningChild {
  readonly id: number;
  /** Of its SOP. */
  readonly title: string;
}

/** The cases that a case has begun and that still run. */
const runningChildren: LoaderDefinition<number, readonly RunningChild[]> = {
  name: "runningChildren",
  async load({ reader }, ids) {
    const rows = await reader.all<Row & RunningChild & { parent: number }>(
      `SELECT i.parent_instance_id AS parent, i.id, s.title FROM instance i JOIN sop s ON s.id = i.sop_id
        WHERE i.parent_instance_id IN (${placeholders(ids)}) AND i.status IN ('RUNNING', 'HELD')
        ORDER BY i.id`,
      [...ids],
    );
    return ids.map((id) => rows.filter(({ parent }) => parent === id));
  },
};

/** Where a case is now, and the sentence for it. */
export async function whereaboutsOf(
  scope: RequestScope,
  calendars: WorkingCalendars,
  instance: Instance,
  told: Told,
): Promise<Whereabouts> {
  const places =
    instance.status === "RUNNING" ? await placesOf(scope, calendars, instance, told) : [];
  const it = await facts(scope, instance, places);
  const { locale } = scope.ctx;
  const sentence = tellWhereabouts(it, { locale, toRequester: told.toRequester });
  return Object.assign(new Whereabouts(), {
    state: it.state,
    sentence,
    places: places.map(({ place }) => place),
  });
}

interface KnownPlace {
  readonly place: CasePlace;
  readonly node: SopNode;
}

async function facts(
  scope: RequestScope,
  { rowId, officeId, status, endedAt, holdReason }: Instance,
  places: readonly KnownPlace[],
): Promise<ToldWhereabouts> {
  if (status === "HELD") return { state: "HELD", reason: holdReason };
  if (status !== "RUNNING") {
    const { timeZone } = await loadOne(scope, officeById, officeId);
    return { state: status, date: dateIn(scope.ctx.locale, timeZone, endedAt ?? scope.ctx.now()) };
  }
  if (places.length === 0) {
    const state = await loadOne(scope, stateOfInstance, rowId);
    const children = await scope.loaders.get(runningChildren).load(rowId);
    const titles = children
      .filter(({ id }) => visitWaitingFor(state, id) !== undefined)
      .map(({ title }) => title);
    if (titles.length > 0) return { state: "AT_OTHER_SOP", titles };
  }
  const isOwn = places.some(({ place }) => place.isRequester);
  return {
    state: isOwn ? "AT_REQUESTER" : "AT_OFFICE",
    places: places.map(({ place, node }) => ({
      lane: place.lane,
      step: place.step,
      isRequester: place.isRequester,
      day: place.day,
      days: place.days,
      overdue: place.overdue,
      standardTime: node.standardTime,
    })),
  };
}

async function placesOf(
  scope: RequestScope,
  calendars: WorkingCalendars,
  instance: Instance,
  told: Told,
): Promise<KnownPlace[]> {
  const tasks = await scope.loaders.get(openTasksOfInstance).load(instance.rowId);
  if (tasks.length === 0) return [];
  const form = await formOf(scope, instance.versionId);
  const calendar = await calendars.of(scope.reader, instance.officeId);
  const now = scope.ctx.now();
  return tasks.map((task) => {
    const node = form.nodeByKey.get(task.nodeKey) as SopNode;
    const lane = form.laneByKey.get(task.laneKey);
    const place = placeOf(task, node, lane?.name ?? "", { calendar, now, told });
    return { place, node };
  });
}

function placeOf(
  task: Task,
  node: SopNode,
  lane: string,
  at: { readonly calendar: WorkingCalendar; readonly now: number; readonly told: Told },
): CasePlace {
  const timed = { ...task, standardTime: node.standardTime };
  return Object.assign(new CasePlace(), {
    task,
    taskId: at.told.byReceipt ? null : task.id,
    step: node.text,
    rowNumber: node.rowNumber,
    label: task.label,
    lane,
    isRequester: task.positionId === null,
    since: task.openedAt,
    ...dayOfStandardTime(at.calendar, timed, at.now),
    dueAt: task.dueAt,
    overdue: task.overdue,
    requirements: node.requirements.map(({ text }) => text),
  });
}

const dateIn = (locale: Locale, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(locale === "id" ? "id-ID" : "en-GB", {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
