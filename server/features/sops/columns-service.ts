import { emptyDocument, findLimitFault, type FormColumns } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/** How an office arranges its forms, as stored. */
export const parseColumns = (json: string | null): FormColumns | null =>
  json === null ? null : (JSON.parse(json) as FormColumns);

/** How offices arrange the forms of their new SOPs. */
export class ColumnsService {
  constructor(private readonly database: Database) {}

  /** Of SOPs to come; what is drawn already stays as it is. */
  set(ctx: Context, officeId: number, columns: FormColumns | null): Promise<void> {
    authorize(ctx, "office.setFormColumns", { officeId });
    const fault = columns && findLimitFault({ ...emptyDocument, columns });
    if (fault) throw new Refusal("INVALID", "input.columns", { reason: fault.what });
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const office = await tx.get<Row & { name: string; columns: string | null }>(
        "SELECT name, form_columns AS columns FROM office WHERE id = ?",
        [officeId],
      );
      if (!office) throw new Refusal("NOT_FOUND", "input.officeId");
      const wanted = columns && JSON.stringify(columns);
      await tx.run("UPDATE office SET form_columns = ? WHERE id = ?", [wanted, officeId]);
      await recordAudit(tx, ctx, {
        action: "FORM_COLUMNS_SET",
        subject: { type: "Office", id: officeId, name: office.name },
        officeId,
        changes: auditedChanges({ columns: office.columns }, { columns: wanted }),
      });
    });
  }
}

export const columnsOfOffice: LoaderDefinition<number, FormColumns | null> = {
  name: "columnsOfOffice",
  async load({ reader }, officeIds) {
    const rows = await reader.all<Row & { id: number; columns: string | null }>(
      `SELECT id, form_columns AS columns FROM office WHERE id IN (${placeholders(officeIds)})`,
      officeIds,
    );
    const found = new Map(rows.map(({ id, columns }) => [id, parseColumns(columns)]));
    return officeIds.map((id) => found.get(id) ?? null);
  },
};
