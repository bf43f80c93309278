import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { TokenScope } from "../../kernel/actor.js";
import { tokenScopes } from "../../kernel/actor.js";
import { toGlobalId } from "../../kernel/global-id.js";
import { Node } from "../../runtime/graphql/node.js";
import { DateTime } from "../../runtime/graphql/scalars.js";

/** The GraphQL enum of the scopes. */
export const TokenScopeEnum: Readonly<Record<TokenScope, TokenScope>> = {
  SOPS_READ: "SOPS_READ",
  CASES_READ: "CASES_READ",
  CASES_START: "CASES_START",
  TASKS_READ: "TASKS_READ",
};

registerEnumType(TokenScopeEnum, {
  name: "TokenScope",
  description: "What an API token may do, always within its own office.",
  valuesConfig: {
    SOPS_READ: { description: "Read the SOPs in force." },
    CASES_READ: { description: "Read the cases and their history." },
    CASES_START: {
      description:
        "Start cases, and act in them, on behalf of a named requester without an account.",
    },
    TASKS_READ: { description: "Read the tasks." },
  },
});

export const apiTokenColumns = "id, name, scopes, office_id, created_at, revoked_at, last_used_at";

export interface ApiTokenRow {
  readonly [column: string]: unknown;
  readonly id: number;
  readonly name: string;
  readonly scopes: string;
  readonly office_id: number;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly last_used_at: number | null;
}

@ObjectType("ApiToken", {
  simpleResolvers: true,
  implements: Node,
  description: "What another program signs in with. Its secret is shown once, when it is made.",
})
export class ApiToken implements Node {
  readonly __typename = "ApiToken";
  rowId!: number;
  id!: string;

  @Field(() => String, { description: "Which program it is for." })
  name!: string;

  @Field(() => [TokenScopeEnum], { description: "What it may do." })
  scopes!: TokenScope[];

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: "Since when it no longer works." })
  revokedAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was last used, to within five minutes.",
  })
  lastUsedAt!: number | null;

  static from(row: ApiTokenRow): ApiToken {
    const scopes = row.scopes.split(" ");
    return Object.assign(new ApiToken(), {
      rowId: row.id,
      id: toGlobalId("ApiToken", row.id),
      name: row.name,
      scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
      createdAt: row.created_at,
      revokedAt: row.revoked_at,
      lastUsedAt: row.last_used_at,
    });
  }
}
