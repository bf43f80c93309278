import { bareText } from "../table/tidy-text.js";
import { bareNip } from "./nip.js";
import { readRoles, type RoleName } from "./read-roles.js";
import type { PeopleColumn, RecognisedPeople } from "./recognise-people.js";

/** A row of a table of people, as the person who pastes it corrects it. */
export interface PeopleRow {
  /** Its number, from 1, among the rows under the heading. */
  readonly line: number;
  readonly name: string;
  readonly nip: string;
  readonly username: string;
  readonly position: string;
  readonly roles: readonly RoleName[];
  /** What stands in the role's column and is no role. */
  readonly unknownRoles: readonly string[];
}

/**
 * The people of a table whose columns are known. The unit becomes part of the position's name where
 * the same name stands in several units, as "Staf" does: else one position would be meant by all.
 */
export function peopleOfTable(
  table: Pick<RecognisedPeople, "rows">,
  columns: readonly (PeopleColumn | null)[],
): readonly PeopleRow[] {
  const at = (row: readonly string[], column: PeopleColumn): string => {
    const index = columns.indexOf(column);
    return index < 0 ? "" : (row[index] ?? "").replaceAll("\n", " ").trim();
  };
  const units = new Map<string, Set<string>>();
  for (const row of table.rows) {
    const position = bareText(at(row, "POSITION"));
    units.set(position, (units.get(position) ?? new Set()).add(bareText(at(row, "UNIT"))));
  }
  return table.rows.map((row, index) => {
    const [position, unit] = [at(row, "POSITION"), at(row, "UNIT")];
    const isShared = (units.get(bareText(position))?.size ?? 0) > 1;
    const isNamed = bareText(position).includes(bareText(unit));
    const { roles, unknown } = readRoles(at(row, "ROLE"));
    return {
      line: index + 1,
      name: at(row, "NAME"),
      nip: bareNip(blankOfDash(at(row, "NIP"))),
      username: blankOfDash(at(row, "USERNAME")),
      position: blankOfDash(isShared && !isNamed && position ? `${position} ${unit}` : position),
      roles,
      unknownRoles: unknown,
    };
  });
}

/** A dash says that there is nothing. */
const blankOfDash = (text: string): string => (/^[-–—.]*$/.test(text) ? "" : text);
