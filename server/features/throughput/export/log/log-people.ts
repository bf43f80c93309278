import { toGlobalId } from "../../../../kernel/global-id.js";
import type { Row, Reader } from "../../../../persistence/database.js";
import { placeholders } from "../../../../persistence/placeholders.js";

/** Somebody as an event log names them. */
export interface LogPerson {
  /** The same for the same person within one log. */
  readonly id: string;
  readonly name: string;
}

/**
 * Who did what. People are P1, P2, … in the order in which they come up, which says who is the same in
 * one log and nothing across two of them; only performers are named, and only where `isNamed`.
 */
export class LogPeople {
  readonly #pseudonyms = new Map<number, LogPerson>();
  readonly #names = new Map<number, string>();

  constructor(private readonly isNamed: boolean) {}

  /** Reads the names that will be asked for. */
  async prepare(reader: Reader, ids: Iterable<number>): Promise<void> {
    if (!this.isNamed) return;
    const unknown = [...new Set(ids)].filter((id) => !this.#names.has(id));
    if (unknown.length === 0) return;
    const rows = await reader.all<Row & { id: number; name: string; username: string }>(
      `SELECT id, name, username FROM person WHERE id IN (${placeholders(unknown)})`,
      unknown,
    );
    // Two people may have one name.
    for (const { id, name, username } of rows) this.#names.set(id, `${name} (${username})`);
  }

  /** `isRequesters`: whether it is a requester's own task, whose name is no figure of the office. */
  of(id: number, isRequesters: boolean): LogPerson {
    const name = isRequesters ? undefined : this.#names.get(id);
    if (name !== undefined) return { id: toGlobalId("Person", id), name };
    let pseudonym = this.#pseudonyms.get(id);
    if (!pseudonym) {
      const word = `P${this.#pseudonyms.size + 1}`;
      this.#pseudonyms.set(id, (pseudonym = { id: `person/${word}`, name: word }));
    }
    return pseudonym;
  }
}
