import { bareText, type LocalTime } from "../../../domain/index.js";
import type { Role } from "../../kernel/actor.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type AppointmentRow, selectAppointments } from "./appointment.js";
import { intersection, type Period } from "./office-period.js";
import { type PersonRow, personColumns } from "./person.js";
import { periodOfRow } from "./position-book.js";

export interface KnownPerson {
  readonly id: number;
  readonly officeId: number;
  readonly username: string;
  readonly name: string;
  readonly nip: string | null;
  readonly isDisabled: boolean;
  readonly revision: number;
  readonly roles: readonly Role[];
}

interface KnownPosition {
  readonly id: number;
  readonly name: string;
}

interface Wanted {
  readonly name: string;
  readonly nip: string | null;
  readonly username: string | null;
}

/** Where an import goes, and from when on. */
export interface ImportPlace {
  readonly officeId: number;
  readonly code: string;
  readonly name: string;
  readonly clocks: LocalTime;
  readonly period: Period;
}

/** Two names that differ in blanks, stops or capitals only are one. */
export const nameKey = (name: string): string => bareText(name);

/** What an import has to know of the office that it goes to, read once. */
export class ImportedOffice {
  readonly #byNip: ReadonlyMap<string, KnownPerson>;
  readonly #byUsername: ReadonlyMap<string, KnownPerson>;
  readonly #ofName = new Map<string, KnownPerson[]>();
  readonly #positions: ReadonlyMap<string, KnownPosition>;
  readonly #made = new Map<string, { readonly id: null; readonly name: string }>();

  private constructor(
    readonly place: ImportPlace,
    readonly people: readonly KnownPerson[],
    /** All that are taken, in whatever office. */
    readonly usernames: ReadonlySet<string>,
    positions: readonly KnownPosition[],
    private readonly holdings: readonly AppointmentRow[],
  ) {
    this.#byNip = new Map(people.flatMap((one) => (one.nip === null ? [] : [[one.nip, one]])));
    this.#byUsername = new Map(people.map((one) => [one.username, one]));
    this.#positions = new Map(positions.map((one) => [nameKey(one.name), one]));
    for (const one of people) {
      if (one.officeId !== place.officeId) continue;
      const key = nameKey(one.name);
      this.#ofName.set(key, [...(this.#ofName.get(key) ?? []), one]);
    }
  }

  /** Four statements, however many rows there are; all accounts, for usernames are of no office. */
  static async read(reader: Reader, place: ImportPlace): Promise<ImportedOffice> {
    const rows = await reader.all<PersonRow>(`SELECT ${personColumns} FROM person`, []);
    const roles = await reader.all<Row & { id: number; role: Role }>(
      "SELECT person_id AS id, role FROM person_role",
      [],
    );
    const rolesOf = new Map<number, Role[]>();
    for (const { id, role } of roles) rolesOf.set(id, [...(rolesOf.get(id) ?? []), role]);
    const people = rows.map((row): KnownPerson => ({
      id: row.id,
      officeId: row.office_id,
      username: row.username,
      name: row.name,
      nip: row.nip,
      isDisabled: row.disabled_at !== null,
      revision: row.revision ?? 0,
      roles: rolesOf.get(row.id) ?? [],
    }));
    const positions = await reader.all<Row & KnownPosition>(
      "SELECT id, name FROM `position` WHERE office_id = ? AND retired_at IS NULL ORDER BY id",
      [place.officeId],
    );
    const holdings =
      positions.length === 0
        ? []
        : await reader.all<AppointmentRow>(
            `${selectAppointments} WHERE h.position_id IN (${placeholders(positions)})`,
            positions.map(({ id }) => id),
          );
    const usernames = new Set(people.map(({ username }) => username));
    return new ImportedOffice(place, people, usernames, positions, holdings);
  }

  /** By NIP, by username, or by a name that one of the office alone has; `null`: nobody. */
  find({ name, nip, username }: Wanted): KnownPerson | null {
    const byNip = nip === null ? null : (this.#byNip.get(nip) ?? null);
    const byUsername = username === null ? null : (this.#byUsername.get(username) ?? null);
    if (byNip && byUsername && byNip !== byUsername) {
      throw new Refusal("DUPLICATE_USERNAME", "username", { username: byUsername.username });
    }
    if (byNip ?? byUsername) return byNip ?? byUsername;
    if (username !== null) return null;
    const namesakes = (this.#ofName.get(nameKey(name)) ?? []).filter(
      (one) => nip === null || one.nip === null,
    );
    if (namesakes.length > 1) throw new Refusal("DUPLICATE_NAME", "name", { name });
    return namesakes[0] ?? null;
  }

  /** Refuses whoever is of another office, disabled, or plainly somebody else. */
  refuseStranger(known: KnownPerson, { name, nip, username }: Wanted): void {
    const isOther = nip !== null && known.nip !== null && nip !== known.nip;
    // A username alone does not make two names one person.
    const byNip = nip !== null && nip === known.nip;
    if (isOther || (!byNip && nameKey(name) !== nameKey(known.name))) {
      throw new Refusal("DUPLICATE_USERNAME", "username", { username: known.username });
    }
    if (known.officeId !== this.place.officeId) {
      throw new Refusal("ANOTHER_OFFICE", username === null ? "nip" : "username");
    }
    if (known.isDisabled) throw new Refusal("PERSON_DISABLED", "name");
  }

  /** The office's position of that name, or one that is to be made, once. */
  position(name: string): { readonly id: number | null; readonly name: string } {
    const key = nameKey(name);
    const known = this.#positions.get(key) ?? this.#made.get(key);
    if (known) return known;
    const made = { id: null, name };
    this.#made.set(key, made);
    return made;
  }

  /** Whether they hold it already from then on; OVERLAP where it is for a part of it, or acting. */
  holds(person: KnownPerson, position: string): boolean {
    const known = this.#positions.get(nameKey(position));
    const held = this.holdings.filter(
      (row) =>
        row.position_id === known?.id &&
        row.person_id === person.id &&
        intersection(periodOfRow(row), this.place.period) !== null,
    );
    if (held.length === 0) return false;
    const isAll = held.some(
      (row) =>
        row.acting === 0 && row.valid_until === null && row.valid_from <= this.place.period.from,
    );
    if (!isAll) throw new Refusal("OVERLAP", "position", { name: person.name });
    return true;
  }
}
