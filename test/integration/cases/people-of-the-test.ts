import type { SqlValue } from "../../../server/persistence/database.js";
import type { TestApi, TestClient } from "../../harness/test-api.js";
import type { CaseDriver } from "./case-driver.js";

type Scope = "SOPS_READ" | "CASES_READ" | "CASES_START" | "TASKS_READ";

const asked = { actor: { type: "SYSTEM", name: "test" }, locale: "id", requestId: "test" } as const;

/** Changes rows behind the API's back: what the demo office has not got, and what time would bring. */
export async function write(api: TestApi, sql: string, params: SqlValue[]): Promise<void> {
  const { changes } = await api.database.unitOfWork.run({ ...asked, now: api.clock.now }, (tx) =>
    tx.run(sql, params),
  );
  if (changes < 1) throw new Error(`Nothing was changed by: ${sql}`);
}

/** Somebody new, with the demo's password, in the office of somebody who is there. */
export async function addPerson(
  api: TestApi,
  username: string,
  officeOf: string,
  its: { readonly position?: string; readonly role?: string } = {},
): Promise<void> {
  await write(
    api,
    `INSERT INTO person (office_id, username, name, locale, password_hash, must_change_password,
      created_at) SELECT office_id, ?, ?, locale, password_hash, 0, created_at FROM person
      WHERE username = ?`,
    [username, `Orang ${username}`, officeOf],
  );
  if (its.position) await addHolder(api, username, its.position);
  if (its.role) {
    const sql = "INSERT INTO person_role (person_id, role) SELECT id, ? FROM person";
    await write(api, `${sql} WHERE username = ?`, [its.role, username]);
  }
}

export async function addHolder(api: TestApi, username: string, position: string): Promise<void> {
  await write(
    api,
    `INSERT INTO position_holder (position_id, person_id, acting, valid_from)
      SELECT q.id, p.id, 1, 0 FROM position q, person p WHERE q.code = ? AND p.username = ?`,
    [position, username],
  );
}

/** From this moment on the person holds nothing; noticed once the clock has moved a little. */
export async function endPositions(api: TestApi, username: string): Promise<void> {
  const person = "(SELECT id FROM person WHERE username = ?)";
  await write(api, `UPDATE position_holder SET valid_until = ? WHERE person_id = ${person}`, [
    api.clock.now(),
    username,
  ]);
  api.clock.advance(3000);
}

export async function endRoles(api: TestApi, username: string): Promise<void> {
  const person = "(SELECT id FROM person WHERE username = ?)";
  await write(api, `DELETE FROM person_role WHERE person_id = ${person}`, [username]);
  api.clock.advance(3000);
}

export async function tokenWith(driver: CaseDriver, ...scopes: Scope[]): Promise<TestClient> {
  const input = { name: `Uji ${scopes.join(" ")}`, scopes };
  const { secret } = await driver.mutate("admin", "createApiToken", input, "secret");
  return { headers: { authorization: `Bearer ${secret}` } };
}
