import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Reader, Row } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import { noteTimeZoneChange } from "../../runtime/calendar-changes.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { officeTimeZones } from "../../runtime/local-time-of.js";
import type { OfficeRow } from "./office.js";
import { officeColumns } from "./office.js";
import { optionalLine, requiredLine } from "./one-line.js";
import { checkedCode, codeOfName, freeCode, orDuplicateCode } from "./own-code.js";

export interface OfficeWords {
  /** `null`: made of the name where the office is new, left as it is where it is not. */
  readonly code: string | null;
  readonly name: string;
  readonly government: string | null;
  readonly timeZone: string;
}

/** Lets open deadlines follow an office's clocks. */
export interface ZoneFollower {
  follow(officeId: number): void;
}

interface OfficeIds extends RecordedIds {
  readonly officeId: number;
}

const longest = 200;

/** The offices themselves; what their people and positions are is asked elsewhere. */
export class OfficeService {
  constructor(
    private readonly database: Database,
    private readonly deadlines: ZoneFollower,
  ) {}

  /** Answers the new office's id. */
  async create(ctx: Context, input: OfficeWords, key: string | null): Promise<number> {
    requirePerson(ctx);
    authorize(ctx, "office.create");
    const words = checked(input);
    const call = { mutation: "createOffice", key, body: input, recheck: async () => {} };
    const ids = await runIdempotently<OfficeIds>(ctx, this.database, call, async (tx, remember) => {
      const code = words.code ?? (await freeCode(tx, "office", codeOfName(words.name)));
      const { insertId: officeId } = await orDuplicateCode(code, () =>
        tx.run(
          "INSERT INTO office (code, name, government, time_zone, revision) VALUES (?, ?, ?, ?, 0)",
          [code, words.name, words.government, words.timeZone],
        ),
      );
      await tx.batch(remember({ officeId }));
      await recordAudit(tx, ctx, {
        action: "OFFICE_CREATED",
        subject: { type: "Office", id: officeId, name: words.name },
        officeId,
        changes: auditedChanges({}, { ...words, code }),
      });
      return { officeId };
    });
    return ids.officeId;
  }

  /** CONFLICT where somebody else changed it since `revision` was read. */
  async update(
    ctx: Context,
    officeId: number,
    revision: number,
    input: OfficeWords,
  ): Promise<void> {
    requirePerson(ctx);
    authorize(ctx, "office.update");
    const words = checked(input);
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const before = await findOffice(tx, officeId);
      if (!before) throw new Refusal("NOT_FOUND", "input.officeId");
      const code = words.code ?? before.code;
      const { changes } = await orDuplicateCode(code, () =>
        tx.run(
          `UPDATE office SET code = ?, name = ?, government = ?, time_zone = ?, revision = ?
            WHERE id = ? AND COALESCE(revision, 0) = ?`,
          [code, words.name, words.government, words.timeZone, revision + 1, officeId, revision],
        ),
      );
      if (changes !== 1) throw new Refusal("CONFLICT", "input.revision");
      const { timeZone } = words;
      if (timeZone !== before.time_zone) {
        await noteTimeZoneChange(tx, ctx, officeId, before.time_zone, timeZone);
        tx.afterCommit(() => this.deadlines.follow(officeId));
      }
      const was = {
        code: before.code,
        name: before.name,
        government: before.government,
        timeZone: before.time_zone,
      };
      await recordAudit(tx, ctx, {
        action: "OFFICE_UPDATED",
        subject: { type: "Office", id: officeId, name: words.name },
        officeId,
        changes: auditedChanges(was, { ...words, code }),
      });
    });
  }
}

export const findOffice = (tx: Reader, officeId: number): Promise<(OfficeRow & Row) | undefined> =>
  tx.get<OfficeRow & Row>(`SELECT ${officeColumns} FROM office WHERE id = ?`, [officeId]);

function checked(input: OfficeWords): OfficeWords {
  if (!officeTimeZones.includes(input.timeZone)) {
    throw new Refusal("INVALID", "input.timeZone", { reason: officeTimeZones.join(", ") });
  }
  return {
    code: input.code === null ? null : checkedCode(input.code, "input.code"),
    name: requiredLine(input.name, longest, "input.name"),
    government: optionalLine(input.government, longest, "input.government"),
    timeZone: input.timeZone,
  };
}
