export type Role = "ADMIN" | "APPROVER" | "MANAGER" | "FRONT_DESK";
export const roles: readonly Role[] = ["ADMIN", "APPROVER", "MANAGER", "FRONT_DESK"];

export type TokenScope = "SOPS_READ" | "CASES_READ" | "CASES_START" | "TASKS_READ";
export const tokenScopes: readonly TokenScope[] = [
  "SOPS_READ",
  "CASES_READ",
  "CASES_START",
  "TASKS_READ",
];

/** Who is asking. The positions are those held at the moment of the request. */
export type Actor =
  | { readonly type: "ANONYMOUS" }
  | {
      readonly type: "PERSON";
      readonly personId: number;
      readonly name: string;
      readonly officeId: number;
      readonly roles: ReadonlySet<Role>;
      readonly positionIds: ReadonlySet<number>;
      readonly sessionId: number;
      /** While the password is a temporary one, the session is good for changing it only. */
      readonly mustChangePassword: boolean;
    }
  | {
      readonly type: "TOKEN";
      readonly tokenId: number;
      readonly name: string;
      readonly officeId: number;
      readonly scopes: ReadonlySet<TokenScope>;
    }
  | { readonly type: "SYSTEM"; readonly name: string };

export const anonymous: Actor = { type: "ANONYMOUS" };
