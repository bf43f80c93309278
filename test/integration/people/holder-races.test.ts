import "reflect-metadata";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AccountChanges } from "../../../server/features/people/account-changes.js";
import { AppointmentService } from "../../../server/features/people/appointment-service.js";
import type { Context } from "../../../server/kernel/context.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import type { Database, Tx } from "../../../server/persistence/database.js";
import { NoticeBoard } from "../../../server/runtime/notices/notice-board.js";
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
    dialect: database.dialect,
    reader: database.reader,
    unitOfWork: { run: (ctx, work) => database.unitOfWork.run(ctx, (tx) => work(slowed(tx))) },
    close: () => database.close(),
  };
}

// On SQLite one unit of work waits for the other.
test.runIf(testDialect === "mariadb")(
  "nobody becomes acting who is disabled while it is written",
  async () => {
    const { driver } = desk;
    const { database, clock } = driver.api;
    const person = desk.person("dedi");
    const idOf = (id: string): number => parseGlobalId(id)?.id ?? 0;
    const disable = () =>
      driver.mutate(
        "admin",
        "setPersonDisabled",
        { personId: person, disabled: true },
        "person { id }",
      );
    const service = new AppointmentService(
      meanwhile(database, disable),
      new AccountChanges(),
      new NoticeBoard(database, false),
    );
    const { me } = await driver.gql("admin", "{ me { id office { id } } }");
    const ctx: Context = {
      actor: {
        ...{ type: "PERSON", personId: idOf(me.id), name: "Admin", officeId: idOf(me.office.id) },
        ...{ roles: new Set(["ADMIN"]), positionIds: new Set(), sessionId: 1 },
        mustChangePassword: false,
      },
      ...{ locale: "id", requestId: "test", now: clock.now },
    };
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    const appointing = service.appoint(ctx, {
      positionId: idOf(desk.position("kasi-litik")),
      personId: idOf(person),
      ...{ capacity: "PLT", standsInForId: null },
      ...{ firstDay: day(desk.day(1)), lastDay: day(desk.day(3)) },
    });
    await expect(appointing).rejects.toMatchObject({ code: "PERSON_DISABLED" });
    expect(await desk.book("kasi-litik", ["UPCOMING"])).toEqual([]);
  },
);
