import { dateOfDay, localDay } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Statement, Tx } from "../../persistence/database.js";
import { auditedChanges, type AuditedAct } from "../../runtime/audit-trail.js";
import type { ImportCounts } from "./import-service.js";
import type { PlannedPerson, RowPlan } from "./import-plan.js";
import { type ImportedOffice, type ImportPlace, nameKey } from "./imported-office.js";
import { codeOfName, freeCode, orDuplicateCode } from "./own-code.js";
import { insertPerson, namedRoles, writeRoles } from "./person-book.js";
import { insertHolding, lockPosition } from "./position-book.js";
import { insertPosition } from "./position-service.js";

interface Written {
  readonly counts: ImportCounts;
  /** The new people, in the order of the plan. */
  readonly newIds: readonly number[];
  readonly acts: readonly AuditedAct[];
}

/** Writes a plan without problems; what was changed under it restarts the unit of work. */
export async function writeImport(
  ctx: Context,
  tx: Tx,
  office: ImportedOffice,
  rows: readonly RowPlan[],
  hashOf: (index: number) => string,
): Promise<Written> {
  const { officeId, clocks, period } = office.place;
  const acts: AuditedAct[] = [];
  const positions = await writePositions(tx, office, rows, acts);
  const people = [...new Set(rows.flatMap(({ person }) => (person ? [person] : [])))];
  const ids = new Map<PlannedPerson, number>();
  const newIds: number[] = [];
  let changed = 0;
  for (const person of people) {
    if (person.known === null) {
      const passwordHash = hashOf(newIds.length);
      const { username, name, nip, addedRoles } = person;
      const id = await insertPerson(tx, ctx, { officeId, username, name, nip, passwordHash });
      await writeRoles(tx, id, [], addedRoles);
      ids.set(person, id);
      newIds.push(id);
      acts.push({
        action: "PERSON_CREATED",
        subject: { type: "Person", id, name },
        officeId,
        changes: auditedChanges({}, { username, name, nip, roles: namedRoles(addedRoles) }),
      });
    } else {
      ids.set(person, person.known.id);
      const act = await changeKnown(tx, person, officeId);
      if (act) {
        acts.push(act);
        changed += 1;
      }
    }
  }
  const holdings = rows.filter(({ position, isHeldAlready }) => position && !isHeldAlready);
  const statements: Statement[] = [];
  for (const { person, position } of holdings) {
    const id = positions.get(nameKey(position!.name))!;
    statements.push(
      insertHolding(ctx, {
        ...period,
        positionId: id,
        personId: ids.get(person!)!,
        capacity: "DEFINITIVE",
        standsInForId: null,
        leaveId: null,
      }),
    );
    acts.push({
      action: "HOLDER_APPOINTED",
      subject: { type: "Position", id, name: position!.name },
      officeId,
      changes: auditedChanges(
        {},
        {
          holder: person!.name,
          capacity: "DEFINITIVE",
          firstDay: dateOfDay(localDay(clocks, period.from)),
        },
      ),
    });
  }
  await tx.batch(statements);
  const counts: ImportCounts = {
    made: newIds.length,
    changed,
    positions: acts.filter(({ action }) => action === "POSITION_CREATED").length,
    holders: holdings.length,
  };
  return { counts, newIds, acts: [wholeAct(office.place, counts), ...acts] };
}

/** One for the whole, before those of each person. */
const wholeAct = (office: ImportPlace, counts: ImportCounts): AuditedAct => ({
  action: "PEOPLE_IMPORTED",
  subject: { type: "Office", id: office.officeId, name: office.name },
  officeId: office.officeId,
  changes: auditedChanges({}, { ...counts }),
});

/** The ids by `nameKey` of the positions that the rows name, those that are new made. */
async function writePositions(
  tx: Tx,
  office: ImportedOffice,
  rows: readonly RowPlan[],
  acts: AuditedAct[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const wanted = new Map(
    rows.flatMap(({ position }) => (position ? [[nameKey(position.name), position] as const] : [])),
  );
  // Those that are there in one order for everybody, so that no two imports wait for each other.
  const known = [...wanted].toSorted(([, one], [, other]) => (one.id ?? 0) - (other.id ?? 0));
  for (const [key, { id, name }] of known) {
    if (id !== null) {
      await lockPosition(tx, id);
      ids.set(key, id);
      continue;
    }
    const { officeId } = office.place;
    const code = await freeCode(tx, "`position`", codeOfName(name, `${office.place.code}.`));
    const made = await orDuplicateCode(code, () =>
      insertPosition(tx, { officeId, code, name, isHead: false, superiorId: null }),
    );
    ids.set(key, made);
    acts.push({
      action: "POSITION_CREATED",
      subject: { type: "Position", id: made, name },
      officeId,
      changes: auditedChanges({}, { code, name }),
    });
  }
  return ids;
}

/** What the table says otherwise of somebody who is there; `null`: nothing. */
async function changeKnown(
  tx: Tx,
  person: PlannedPerson,
  officeId: number,
): Promise<AuditedAct | null> {
  const known = person.known!;
  const { username, name, nip } = person;
  const roles = [...known.roles, ...person.addedRoles];
  const changes = auditedChanges(
    { username: known.username, name: known.name, nip: known.nip, roles: namedRoles(known.roles) },
    { username, name, nip, roles: namedRoles(roles) },
  );
  if (changes.length === 0) return null;
  await tx.batch([
    {
      sql: `UPDATE person SET username = ?, name = ?, nip = ?, revision = ?
        WHERE id = ? AND COALESCE(revision, 0) = ? AND disabled_at IS NULL AND office_id = ?`,
      params: [username, name, nip, known.revision + 1, known.id, known.revision, officeId],
      expect: 1,
    },
  ]);
  await writeRoles(tx, known.id, known.roles, roles);
  return {
    action: "PERSON_UPDATED",
    subject: { type: "Person", id: known.id, name },
    officeId,
    changes,
  };
}
