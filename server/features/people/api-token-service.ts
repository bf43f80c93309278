import type { TokenScope } from "../../kernel/actor.js";
import { tokenScopes } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row } from "../../persistence/database.js";
import { auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { AccountChanges } from "./account-changes.js";
import { hashToken, newApiTokenSecret } from "./secrets.js";

const longestName = 200;

/** The tokens by which other programs use the API on behalf of an office. */
export class ApiTokenService {
  constructor(
    private readonly database: Database,
    private readonly changes: AccountChanges,
  ) {}

  /** A token for the admin's own office. The secret is returned this once and kept nowhere. */
  async create(
    ctx: Context,
    input: { name: string; scopes: readonly TokenScope[] },
  ): Promise<{ apiTokenId: number; secret: string }> {
    authorize(ctx, "token.create");
    if (ctx.actor.type !== "PERSON") throw new Refusal("FORBIDDEN");
    const { officeId, personId } = ctx.actor;
    const name = input.name.trim();
    if (name === "") throw new Refusal("INVALID", "input.name");
    if (name.length > longestName) {
      throw new Refusal("TOO_LARGE", "input.name", { limit: longestName });
    }
    const scopes = tokenScopes.filter((scope) => input.scopes.includes(scope));
    if (scopes.length === 0) throw new Refusal("INVALID", "input.scopes");
    const secret = newApiTokenSecret();
    const apiTokenId = await this.database.unitOfWork.run(ctx, async (tx) => {
      const { insertId } = await tx.run(
        `INSERT INTO api_token (name, token_hash, office_id, scopes, created_by, created_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [name, hashToken(secret), officeId, scopes.join(" "), personId, ctx.now()],
      );
      await recordAudit(tx, ctx, {
        action: "TOKEN_CREATED",
        subject: { type: "ApiToken", id: insertId, name },
        officeId,
        changes: auditedChanges({}, { scopes: scopes.join(", ") }),
      });
      return insertId;
    });
    return { apiTokenId, secret };
  }

  /** From its commit on nobody gets in with it; revoking twice is no error. */
  async revoke(ctx: Context, apiTokenId: number): Promise<void> {
    authorize(ctx, "token.revoke");
    await this.database.unitOfWork.run(ctx, async (tx) => {
      const token = await tx.get<Row & { name: string; officeId: number }>(
        "SELECT name, office_id AS officeId FROM api_token WHERE id = ?",
        [apiTokenId],
      );
      if (!token) throw new Refusal("NOT_FOUND", "input.apiTokenId");
      const { changes } = await tx.run(
        "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        [ctx.now(), apiTokenId],
      );
      if (changes === 0) return;
      await recordAudit(tx, ctx, {
        action: "TOKEN_REVOKED",
        subject: { type: "ApiToken", id: apiTokenId, name: token.name },
        officeId: token.officeId,
      });
      tx.afterCommit(this.changes.announce);
    });
  }
}
