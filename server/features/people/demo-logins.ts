import type { Role } from "../../kernel/actor.js";
import type { Database } from "../../persistence/database.js";
import { readDemoOffice } from "./demo-office.js";
import { findDemoPasswords } from "./demo-passwords.js";

export interface DemoLogin {
  readonly username: string;
  readonly name: string;
  readonly office: string;
  readonly roles: readonly Role[];
  /** The names of the positions, in Indonesian. */
  readonly positions: readonly string[];
}

/** The demo people who can sign in with the demo password still; for the start to print. */
export async function readDemoLogins(database: Database): Promise<DemoLogin[]> {
  const usernames = new Set(await findDemoPasswords(database));
  if (usernames.size === 0) return [];
  const demo = readDemoOffice();
  const offices = new Map(demo.offices.map(({ code, name }) => [code, name]));
  const positions = new Map(demo.positions.map(({ code, name }) => [code, name]));
  return demo.people
    .filter(({ username }) => usernames.has(username))
    .map((person) => ({
      username: person.username,
      name: person.name,
      office: offices.get(person.office) ?? person.office,
      roles: person.roles,
      positions: person.positions.map((code) => positions.get(code) ?? code),
    }));
}
