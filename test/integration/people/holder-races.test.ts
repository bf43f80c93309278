import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AccountChanges } from "../../../server/features/people/account-changes.js";
import { AppointmentService } from "../../../server/features/people/appointment-service.js";
import { ImportService } from "../../../server/features/people/import-service.js";
import { PasswordHasher } from "../../../server/features/people/password-hasher.js";
import type { Context } from "../../../server/kernel/context.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Database, Tx } from "../../../server/persistence/database.js";
import { NoticeBoard } from "../../../server/runtime/notices/notice-board.js";
import type { AnyData } from "../../harness/test-api.js";
import { testDialect } from "../../harness/test-database.js";
import { AppointmentDesk } from "./appointment-desk.js";

let desk: AppointmentDesk;

beforeAll(async () => {
  desk = await AppointmentDesk.start();
  desk.beginStretch();
});
afterAll(() => desk?.stop());

/** The database, on which something else is done before a unit of work writes its first batch. */
function meanwhile(database: Database, act: () => Promise<unknown>): Database {
  let acting: Promise<unknown> | null = null;
  const slowed = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        const method = value.bind(target) as (...args: unknown[]) => unknown;
        if (name !== "batch") return method;
        return async (...args: unknown[]) => {
          await (acting ??= act());
          return method(...args);
        };
      },
    });
  return {
    ...database,
    unitOfWork: { run: (ctx, work) => database.unitOfWork.run(ctx, (tx) => work(slowed(tx))) },
  };
}

const idOf = (id: string): number => parseGlobalId(id)?.id ?? 0;

async function asAdmin(): Promise<Context> {
  const { me } = await desk.driver.gql("admin", "{ me { id office { id } } }");
  return {
    actor: {
      ...{ type: "PERSON", personId: idOf(me.id), name: "Admin", officeId: idOf(me.office.id) },
      ...{ roles: new Set(["ADMIN"]), positionIds: new Set(), sessionId: 1 },
      mustChangePassword: false,
    },
    ...{ locale: "id", requestId: "test", now: desk.driver.api.clock.now },
  };
}

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

// On SQLite one unit of work waits for the other.
describe.runIf(testDialect === "mariadb")("while it is written", () => {
  test("nobody becomes acting who is disabled", async () => {
    const { driver } = desk;
    const { database } = driver.api;
    const input = { personId: desk.person("dedi"), disabled: true };
    const disable = () => driver.mutate("admin", "setPersonDisabled", input, "person { id }");
    const service = new AppointmentService(
      meanwhile(database, disable),
      new AccountChanges(),
      new NoticeBoard(database, false),
    );
    const appointing = service.appoint(await asAdmin(), {
      positionId: idOf(desk.position("kasi-litik")),
      personId: idOf(input.personId),
      ...{ capacity: "PLT", standsInForId: null },
      ...{ firstDay: dayOf(desk.day(1)), lastDay: dayOf(desk.day(3)) },
    });
    await expect(appointing).rejects.toMatchObject({ code: "PERSON_DISABLED" });
    expect(await desk.book("kasi-litik", ["UPCOMING"])).toEqual([]);
  });

  test("nobody is given a position by an import who goes to another office", async () => {
    const { driver } = desk;
    const { offices, node: person } = await driver.gql(
      "admin",
      `query ($id: ID!) { offices { id code } node(id: $id) { ... on Person {
        id name nip revision office { id } } } }`,
      { id: desk.person("joko") },
    );
    const officeId = offices.find(({ id }: AnyData) => id !== person.office.id).id;
    const input = {
      personId: person.id,
      revision: person.revision,
      officeId,
      endAppointments: true,
    };
    const move = async () => {
      const moved = await driver.mutate("admin", "movePerson", input, "person { id }");
      expect(moved.userErrors).toEqual([]);
    };
    const service = new ImportService(
      meanwhile(driver.api.database, move),
      new PasswordHasher(),
      new AccountChanges(),
    );
    const { name, nip } = person;
    const row = { line: 1, name, nip, username: "joko", position: "Jabatan baru", roles: [] };
    const taking = service.take(await asAdmin(), {
      officeId: idOf(person.office.id),
      firstDay: dayOf(desk.day(1)),
      rows: [row],
      idempotencyKey: null,
    });
    await expect(taking).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
