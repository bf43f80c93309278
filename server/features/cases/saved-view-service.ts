import type { Context } from "../../kernel/context.js";
import { authorize, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Reader, Row, Tx } from "../../persistence/database.js";
import { UniqueViolation } from "../../persistence/unique-violation.js";
import { limitText } from "./limit-text.js";
import type { SavedViewRow, ViewDefinition } from "./saved-view.js";

const mostViews = 50;
const longestName = 80;

/** One's own ways of looking at the worklist; nobody else has a part in them. */
export class SavedViewService {
  constructor(private readonly database: Database) {}

  /** By name. */
  list(ctx: Context, reader: Reader): Promise<SavedViewRow[]> {
    const { personId } = requirePerson(ctx);
    authorize(ctx, "savedView.change", { personId });
    return reader.all<SavedViewRow>(
      `SELECT id, name, definition, updated_at FROM saved_view WHERE person_id = ?
        ORDER BY name, id`,
      [personId],
    );
  }

  /** Answers the id. `viewId` null: a new one; `definition` null: as it is. */
  save(
    ctx: Context,
    view: { viewId: number | null; name: string; definition: ViewDefinition | null },
  ): Promise<number> {
    const { personId } = requirePerson(ctx);
    authorize(ctx, "savedView.change", { personId });
    const name = limitText(view.name, longestName, "input.name");
    if (name === null) throw new Refusal("INVALID", "input.name");
    const definition = view.definition && JSON.stringify(view.definition);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      try {
        if (view.viewId !== null) {
          return await update(tx, ctx, { personId, name, definition, viewId: view.viewId });
        }
        if (definition === null) throw new Refusal("INVALID", "input.filter");
        return await insert(tx, ctx, { personId, name, definition });
      } catch (error) {
        if (!(error instanceof UniqueViolation)) throw error;
        throw new Refusal("DUPLICATE_NAME", "input.name", { name });
      }
    });
  }

  remove(ctx: Context, viewId: number): Promise<void> {
    const { personId } = requirePerson(ctx);
    authorize(ctx, "savedView.change", { personId });
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const { changes } = await tx.run("DELETE FROM saved_view WHERE id = ? AND person_id = ?", [
        viewId,
        personId,
      ]);
      if (changes !== 1) throw new Refusal("NOT_FOUND", "input.viewId");
    });
  }
}

interface Written<Definition = string> {
  readonly personId: number;
  readonly name: string;
  readonly definition: Definition;
}

async function insert(tx: Tx, ctx: Context, it: Written): Promise<number> {
  const kept = await tx.get<Row & { count: number }>(
    "SELECT COUNT(*) AS count FROM saved_view WHERE person_id = ?",
    [it.personId],
  );
  if ((kept?.count ?? 0) >= mostViews) throw new Refusal("TOO_LARGE", null, { limit: mostViews });
  const { insertId } = await tx.run(
    `INSERT INTO saved_view (person_id, name, definition, created_at, updated_at)
      VALUES (?, ?, ?, ?, ?)`,
    [it.personId, it.name, it.definition, ctx.now(), ctx.now()],
  );
  return insertId;
}

async function update(
  tx: Tx,
  ctx: Context,
  it: Written<string | null> & { readonly viewId: number },
): Promise<number> {
  const { changes } = await tx.run(
    `UPDATE saved_view SET name = ?, definition = COALESCE(?, definition), updated_at = ?
      WHERE id = ? AND person_id = ?`,
    [it.name, it.definition, ctx.now(), it.viewId, it.personId],
  );
  if (changes !== 1) throw new Refusal("NOT_FOUND", "input.viewId");
  return it.viewId;
}
