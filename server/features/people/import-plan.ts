import type { Role } from "../../kernel/actor.js";
import { Refusal, type RefusalParams, type UserErrorCode } from "../../kernel/refusal.js";
import { suggestUsername } from "../../../domain/index.js";
import { type ImportedOffice, nameKey, type KnownPerson } from "./imported-office.js";
import { optionalLine, requiredLine } from "./one-line.js";
import { checkedNip, checkedUsername, inOrder, longestPersonName } from "./person-book.js";
import { longestPositionName } from "./position-service.js";

/** A row as it was sent. */
export interface ImportRow {
  readonly line: number;
  readonly name: string;
  readonly nip: string | null;
  readonly username: string | null;
  readonly position: string | null;
  readonly roles: readonly Role[];
}

/** Why a row cannot be taken; `field` is that of the row. */
export interface RowProblem {
  readonly code: UserErrorCode;
  readonly field: string | null;
  readonly params: RefusalParams;
}

/** Who a row is about: somebody who is there, or somebody new, who may stand in several rows. */
export interface PlannedPerson {
  readonly known: KnownPerson | null;
  readonly username: string;
  readonly name: string;
  readonly nip: string | null;
  readonly addedRoles: Role[];
}

export interface RowPlan {
  readonly line: number;
  readonly person: PlannedPerson | null;
  /** The position that they are to hold; `id` `null`: it is to be made. */
  readonly position: { readonly id: number | null; readonly name: string } | null;
  readonly isHeldAlready: boolean;
  readonly problems: readonly RowProblem[];
}

interface Words {
  readonly name: string;
  readonly nip: string | null;
  readonly username: string | null;
  readonly position: string | null;
  readonly roles: readonly Role[];
}

/**
 * What an import would do, row by row, and what keeps it from doing so. It reads nothing: the office
 * as it is comes along.
 */
export function planImport(office: ImportedOffice, rows: readonly ImportRow[]): RowPlan[] {
  const plan = new ImportPlan(office);
  // Written usernames first, so that none that is made up takes the name of a later row.
  for (const { username } of rows) if (username) plan.reserve(username);
  return rows.map((row) => plan.add(row));
}

class ImportPlan {
  readonly #people: PlannedPerson[] = [];
  readonly #holdings = new Set<string>();
  readonly #reserved = new Set<string>();

  constructor(private readonly office: ImportedOffice) {}

  reserve(username: string): void {
    this.#reserved.add(username.trim().toLowerCase());
  }

  add(row: ImportRow): RowPlan {
    const problems: RowProblem[] = [];
    const words = checkedRow(row, problems);
    const refused = (): RowPlan => ({
      line: row.line,
      person: null,
      position: null,
      isHeldAlready: false,
      problems,
    });
    if (!words || problems.length > 0) return refused();
    try {
      const person = this.#personOf(words);
      const position = words.position === null ? null : this.office.position(words.position);
      const isHeldAlready = position !== null && this.#isHeld(person, position.name);
      return { line: row.line, person, position, isHeldAlready, problems };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(error);
      return refused();
    }
  }

  #personOf(words: Words): PlannedPerson {
    const found = this.#people.find((one) => isSame(one, words));
    if (found) {
      if (nameKey(found.name) !== nameKey(words.name)) {
        throw words.nip !== null && words.nip === found.nip
          ? new Refusal("DUPLICATE_NIP", "nip", { name: found.name })
          : new Refusal("DUPLICATE_USERNAME", "username", { username: found.username });
      }
      addRoles(found, words.roles);
      return found;
    }
    const known = this.office.find(words);
    if (known) this.office.refuseStranger(known, words);
    const person: PlannedPerson = {
      known,
      username: words.username ?? known?.username ?? this.#newUsername(words.name),
      name: words.name,
      nip: words.nip ?? known?.nip ?? null,
      addedRoles: [],
    };
    const namesake = this.#people.find(({ username }) => username === person.username);
    if (namesake) {
      throw new Refusal("DUPLICATE_USERNAME", "username", { username: person.username });
    }
    addRoles(person, words.roles);
    this.#people.push(person);
    return person;
  }

  #newUsername(name: string): string {
    const taken = (username: string): boolean =>
      this.office.usernames.has(username) ||
      this.#reserved.has(username) ||
      this.#people.some((one) => one.username === username);
    const wanted = suggestUsername(name);
    let username = wanted;
    for (let number = 2; taken(username); number += 1) username = `${wanted}${number}`;
    return username;
  }

  /** Whether they hold it as it is; OVERLAP where they do so for some of the time. */
  #isHeld(person: PlannedPerson, position: string): boolean {
    const key = `${person.username}\n${nameKey(position)}`;
    if (this.#holdings.has(key)) throw new Refusal("OVERLAP", "position", { name: person.name });
    this.#holdings.add(key);
    return person.known !== null && this.office.holds(person.known, position);
  }
}

function isSame(one: PlannedPerson, words: Words): boolean {
  if (words.nip !== null && one.nip !== null) return words.nip === one.nip;
  if (words.username !== null) return words.username === one.username;
  return nameKey(one.name) === nameKey(words.name);
}

function addRoles(person: PlannedPerson, roles: readonly Role[]): void {
  for (const role of roles) {
    const has = person.known?.roles.includes(role) || person.addedRoles.includes(role);
    if (!has) person.addedRoles.push(role);
  }
}

/** `null` where something in it cannot be read; `problems` says what. */
function checkedRow(row: ImportRow, problems: RowProblem[]): Words | null {
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(error);
      return null;
    }
  };
  const username = row.username?.trim() ?? "";
  const name = attempt(() => requiredLine(row.name, longestPersonName, "name"));
  const nip = attempt(() => checkedNip(row.nip, "nip"));
  const chosen = username === "" ? null : attempt(() => checkedUsername(username, "username"));
  const position = attempt(() => optionalLine(row.position, longestPositionName, "position"));
  return name === null
    ? null
    : { name, nip, username: chosen, position, roles: inOrder(row.roles) };
}
