import { expect } from "vitest";
import { type AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";

export const appointmentFields = `id capacity state firstDay lastDay endsAt canChange
  person { id username name } position { code } standsInFor { username } appointedBy { username }
  leave { id }`;
export const leaveFields = `id state firstDay lastDay canCancel person { username }
  standIn { username } appointments { ${appointmentFields} }`;

const fieldsOf: Readonly<Record<string, string>> = {
  appointHolder: `appointment { ${appointmentFields} }`,
  changeAppointment: `appointment { ${appointmentFields} }`,
  endAppointment: `appointment { ${appointmentFields} }`,
  reportLeave: `leave { ${leaveFields} }`,
  cancelLeave: `leave { ${leaveFields} }`,
};

/** Appoints, ends and reports as people do, and knows their ids and those of the positions. */
export class AppointmentDesk {
  readonly #people = new Map<string, string>();
  readonly #positions = new Map<string, string>();

  #stretch = 0;

  private constructor(readonly driver: CaseDriver) {}

  static async start(): Promise<AppointmentDesk> {
    const desk = new AppointmentDesk(await CaseDriver.start());
    await desk.learn();
    return desk;
  }

  /** Reads the ids; again after somebody new has come. */
  async learn(): Promise<void> {
    const { people, positions } = await this.driver.gql(
      "admin",
      "{ people(first: 100) { nodes { id username } } positions { id code } }",
    );
    for (const { id, username } of people.nodes) this.#people.set(username, id);
    for (const { id, code } of positions) this.#positions.set(code, id);
  }

  /** Four weeks of their own for each test, so that none meets what another has left; a Monday at 8. */
  beginStretch(): void {
    this.#stretch += 1;
    this.setClock(`${this.day(0)} 08:00`);
  }

  /** A day of the stretch, counted from its Monday. */
  day(count: number): string {
    const days = this.#stretch * 28 + count;
    return new Date(Date.parse("2026-08-10") + days * 86_400_000).toISOString().slice(0, 10);
  }

  person(username: string): string {
    return this.#people.get(username) ?? "";
  }

  /** `kabid-aptika`: of Trenggalek, unless another office is named before a dot. */
  position(code: string): string {
    return this.#positions.get(code.includes(".") ? code : `trenggalek-kominfo.${code}`) ?? "";
  }

  /** The clock stands at this moment by the clocks of Jakarta: `2026-08-10 07:30`. */
  setClock(local: string): void {
    this.driver.api.clock.set(Date.parse(`${local.replace(" ", "T")}+07:00`));
  }

  /** An appointment with the names in place of the ids. */
  appointment(
    position: string,
    person: string,
    capacity: string,
    firstDay: string,
    lastDay: string | null,
    standsInFor?: string,
  ): object {
    return {
      positionId: this.position(position),
      personId: this.person(person),
      capacity,
      firstDay,
      lastDay,
      ...(standsInFor !== undefined && { standsInForId: this.person(standsInFor) }),
    };
  }

  /** What the act made, after it was not refused. */
  async done(by: string, act: string, input: object): Promise<AnyData> {
    const payload = await this.driver.mutate(by, act, input, fieldsOf[act]!);
    expect(payload.userErrors).toEqual([]);
    return payload.appointment ?? payload.leave;
  }

  /** That the act is refused with the code at the argument, and changes no row. */
  async refused(
    code: string,
    field: string | null,
    by: string,
    act: string,
    input: object,
  ): Promise<void> {
    const before = await this.#rows();
    const payload = await this.driver.mutate(by, act, input, fieldsOf[act]!);
    expect(payload.userErrors).toEqual([{ code, field, message: expect.stringMatching(/\S/) }]);
    expect(payload.appointment ?? payload.leave ?? null).toBeNull();
    expect(await this.#rows()).toEqual(before);
  }

  async #rows(): Promise<unknown> {
    const { reader } = this.driver.api.database;
    return [
      await reader.all("SELECT * FROM position_holder ORDER BY id", []),
      await reader.all("SELECT * FROM leave_report ORDER BY id", []),
    ];
  }

  /** The codes of the positions that somebody holds at this moment, without the office. */
  async held(username: string): Promise<string[]> {
    const { me } = await this.driver.gql(username, "{ me { positions { code } } }");
    return me.positions.map(({ code }: AnyData) => code.split(".").at(-1)).sort();
  }

  /** The appointments of a position as its office's admin sees them. */
  async book(position: string, states?: readonly string[]): Promise<AnyData[]> {
    const { node } = await this.driver.gql(
      "admin",
      `query ($id: ID!, $states: [PeriodState!]) { node(id: $id) { ... on Position {
        appointments(states: $states) { ${appointmentFields} } } } }`,
      { id: this.position(position), states },
    );
    return node.appointments;
  }

  stop(): Promise<void> {
    return this.driver.stop();
  }
}
