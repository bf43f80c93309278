import { afterAll, beforeAll, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { Row } from "../../../server/persistence/database.js";
import { findAuditFault, recordAudit } from "../../../server/runtime/audit-trail.js";
import { CaseDriver } from "../cases/case-driver.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

const entries = () =>
  driver.api.database.reader.all<Row>(
    "SELECT action, actor_name AS who, subject_name AS whom FROM audit_entry ORDER BY seq",
    [],
  );

const setDisabled = (personId: string, disabled: boolean) =>
  driver.mutate("admin", "setPersonDisabled", { personId, disabled }, "person { id }");

test("what an admin did is written down once, with what they changed", async () => {
  const { people } = await driver.gql("admin", "{ people(first: 100) { nodes { id username } } }");
  const { id } = people.nodes.find(({ username }: { username: string }) => username === "siti");
  await setDisabled(id, true);
  await setDisabled(id, true);
  await setDisabled(id, false);
  await driver.mutate("admin", "resetPassword", { personId: id }, "temporaryPassword");
  const who = "Ratna Wulandari";
  expect(await entries()).toEqual(
    ["PERSON_DISABLED", "PERSON_ENABLED", "PASSWORD_RESET"].map((action) =>
      expect.objectContaining({ action, who }),
    ),
  );
  expect(await findAuditFault(driver.api.database.reader)).toEqual({ entries: 3, fault: null });
});

const note = (name: string) =>
  driver.api.database.unitOfWork.run(systemContext("test", Date.now), (tx) =>
    recordAudit(tx, systemContext("test", Date.now), {
      action: "PASSWORD_RESET",
      subject: { type: "Person", id: 1, name },
      officeId: null,
    }),
  );

test("many at once make one chain, and a row that was changed or taken out breaks it", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, at) => note(`nomor ${at}`)));
  const { reader, unitOfWork } = driver.api.database;
  expect(await findAuditFault(reader)).toEqual({ entries: 15, fault: null });
  const meddle = (sql: string) =>
    unitOfWork.run(systemContext("test", Date.now), async (tx) => void (await tx.run(sql, [])));
  await meddle("UPDATE audit_entry SET actor_name = 'Orang lain' WHERE seq = 9");
  expect(await findAuditFault(reader)).toEqual({ entries: 8, fault: 9 });
  await meddle("DELETE FROM audit_entry WHERE seq = 4");
  expect(await findAuditFault(reader)).toEqual({ entries: 3, fault: 4 });
});
