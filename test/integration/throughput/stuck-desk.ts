import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { AppointmentDesk } from "../people/appointment-desk.js";

const itemFields = `key reason action alternatives openSince openFor { days hours minutes }
  remindedAt assigneeAwayUntil instance { id title }
  task { id node { key } assignee { username } } waitingCall { node { key } sop { id } }`;

const stuckQuery = `query ($input: StuckWorkInput!) { stuckWork(input: $input) {
  asOf soonUntil idleWorkingDays total overdue isCut office { code }
  lanes { id kind isVacant total overdue dueSoon position { code }
    items { totalCount pageInfo { hasNextPage endCursor } nodes { ${itemFields} } } } } }`;

export interface Line {
  readonly title: string | null;
  readonly reason: string;
  readonly action: string | null;
}

/** Asks what is stuck in Trenggalek, as people of its demo office. */
export class StuckDesk {
  readonly #offices = new Map<string, string>();

  private constructor(readonly people: AppointmentDesk) {}

  static async start(): Promise<StuckDesk> {
    const desk = new StuckDesk(await AppointmentDesk.start());
    const { offices } = await desk.driver.gql("admin", "{ offices { id code } }");
    for (const { id, code } of offices) desk.#offices.set(code, id);
    return desk;
  }

  get driver(): CaseDriver {
    return this.people.driver;
  }

  get api(): TestApi {
    return this.driver.api;
  }

  /** Trenggalek's, unless told. */
  officeId(code = "trenggalek-kominfo"): string {
    return this.#offices.get(code) ?? "";
  }

  /** By the clocks of Jakarta: `2026-08-10 07:30`, a Monday. */
  at(local: string): void {
    this.people.setClock(local);
  }

  async ask(input: object = {}, by = "manajer"): Promise<AnyData> {
    const all = { officeId: this.officeId(), ...input };
    return (await this.driver.gql(by, stuckQuery, { input: all })).stuckWork;
  }

  /** The code of the answer's first error; `null` for none. */
  async refusal(by: string | null, input: object = {}): Promise<unknown> {
    const client = by === null ? null : await this.driver.as(by);
    const all = { officeId: this.officeId(), ...input };
    const { errors } = await this.api.send(client, stuckQuery, { input: all });
    return errors?.[0]?.extensions["code"] ?? null;
  }

  /** By lane, in the order of the answer: its position's code without the office, or its kind. */
  lines({ lanes }: AnyData): Record<string, Line[]> {
    return Object.fromEntries(
      lanes.map(({ kind, position, items }: AnyData) => [
        position?.code.split(".").at(-1) ?? kind,
        items.nodes.map(({ instance, reason, action }: AnyData) => ({
          title: instance.title,
          reason,
          action,
        })),
      ]),
    );
  }

  /** What is told of the one item of a case. */
  async item(title: string, by = "manajer", input: object = {}): Promise<AnyData> {
    const { lanes } = await this.ask({ first: 100, ...input }, by);
    const items = lanes.flatMap((lane: AnyData) => lane.items.nodes);
    const found = items.filter(({ instance }: AnyData) => instance.title === title);
    if (found.length > 1) throw new Error(`${title} is listed ${found.length} times`);
    return found[0] ?? null;
  }

  async count(by = "manajer", officeId = this.officeId()): Promise<AnyData> {
    const document = "query ($id: ID!) { stuckCount(officeId: $id) { count hasMore } }";
    return (await this.driver.gql(by, document, { id: officeId })).stuckCount;
  }

  /** Does what is not to be refused. */
  async act(by: string, name: string, input: object): Promise<void> {
    const { userErrors } = await this.driver.mutate(by, name, input, "__typename");
    if (userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(userErrors)}`);
  }

  stop(): Promise<void> {
    return this.driver.stop();
  }
}
