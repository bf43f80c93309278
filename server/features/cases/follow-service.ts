import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import type { GuessLimiter } from "../../runtime/guess-limiter.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { loadOne, officeById } from "../people/people-service.js";
import { formOf, type FormView, sopById } from "../sops/sop-service.js";
import { historyOfInstance, instanceById, tasksOfInstance } from "./case-loaders.js";
import { tellOutside } from "./case-log-story.js";
import type { Instance, Task } from "./case-types.js";
import { FollowedCase, type FollowedForm, type FollowedMark } from "./follow-types.js";
import { isReceiptSecret, type NewReceipt, printCode, readCode } from "./receipt-code.js";
import { whereaboutsOf } from "./whereabouts.js";

/** Shows a case to whoever has its receipt, signed in or not. */
export class FollowService {
  constructor(
    private readonly limiter: GuessLimiter,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** BAD_RECEIPT, or RATE_LIMITED after too many wrong ones. */
  async follow(scope: RequestScope, typed: NewReceipt): Promise<FollowedCase> {
    const receipt = { number: readCode(typed.number), secret: readCode(typed.secret) };
    const attempt = await this.limiter.attempt(receipt.number, scope.remoteAddress);
    const row = await scope.reader.get<Row & { instance_id: number; secret_hash: string }>(
      "SELECT instance_id, secret_hash FROM receipt WHERE number = ?",
      [receipt.number],
    );
    const isRight = isReceiptSecret(receipt, row?.secret_hash ?? null);
    if (!row || !isRight) throw new Refusal("BAD_RECEIPT");
    await attempt.succeeded();
    const instance = await loadOne(scope, instanceById, row.instance_id);
    return this.#show(scope, instance, receipt.number);
  }

  async #show(scope: RequestScope, instance: Instance, number: string): Promise<FollowedCase> {
    const { rowId, officeId, sopId, versionId } = instance;
    const told = { toRequester: true, byReceipt: true };
    const [office, sop, form, tasks, history, whereabouts] = await Promise.all([
      loadOne(scope, officeById, officeId),
      loadOne(scope, sopById, sopId),
      formOf(scope, versionId),
      scope.loaders.get(tasksOfInstance).load(rowId),
      scope.loaders.get(historyOfInstance).load(rowId),
      whereaboutsOf(scope, this.calendars, instance, told),
    ]);
    return Object.assign(new FollowedCase(), {
      number: printCode(number),
      status: instance.status,
      title: instance.title,
      requesterName: instance.requesterName,
      sopTitle: sop.title,
      sopNumber: sop.number,
      officeName: office.name,
      government: office.government,
      timeZone: office.timeZone,
      startedAt: instance.startedAt,
      endedAt: instance.endedAt,
      whereabouts,
      form: showForm(form, tasks),
      history: tellOutside(history, form),
    });
  }
}

function showForm(form: FormView, tasks: readonly Task[]): FollowedForm {
  return {
    lanes: form.lanes.map(({ key, name, bindingType }) => ({
      key,
      name,
      isRequester: bindingType === "REQUESTER",
    })),
    nodes: [...form.nodes],
    edges: [...form.edges],
    outputs: [...form.outputs],
    marks: marksOf(tasks),
  };
}

/** A box where the case is now, also after it was done there before; and those that are done. */
function marksOf(tasks: readonly Task[]): FollowedMark[] {
  const marks = new Map<string, FollowedMark>();
  for (const { nodeKey, laneKey, status } of tasks) {
    if (status === "WITHDRAWN") continue;
    const place = `${nodeKey} ${laneKey}`;
    const isOpen = status !== "DONE" || marks.get(place)?.isOpen === true;
    marks.set(place, { nodeKey, laneKey, isOpen });
  }
  return [...marks.values()];
}
