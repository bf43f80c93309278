import { bareText } from "../table/tidy-text.js";

/** The roles as the office's tables name them; the server knows them by these names. */
export const roleNames = ["ADMIN", "APPROVER", "MANAGER", "FRONT_DESK"] as const;
export type RoleName = (typeof roleNames)[number];

const words: Readonly<Record<RoleName, readonly string[]>> = {
  ADMIN: ["admin", "administrator", "perancang", "perancangsop", "pengelola"],
  APPROVER: ["approver", "pengesah", "pejabatpengesah"],
  MANAGER: ["manager", "manajer"],
  FRONT_DESK: ["frontdesk", "loket", "petugasloket", "frontoffice", "resepsionis"],
};

/** Words that say that there is no role: performers need none. */
const none = new Set(["", "tidakada", "none", "pelaksana", "performer", "staf", "pegawai"]);

/** The roles in a cell, and the words in it that are none. */
export function readRoles(cell: string): {
  readonly roles: readonly RoleName[];
  readonly unknown: readonly string[];
} {
  const roles = new Set<RoleName>();
  const unknown: string[] = [];
  for (const piece of cell.split(/[,;/\n+&]|\bdan\b|\band\b/i)) {
    const bare = bareText(piece);
    if (none.has(bare)) continue;
    const role = roleNames.find((name) => words[name].includes(bare));
    if (role === undefined) unknown.push(piece.trim());
    else roles.add(role);
  }
  return { roles: roleNames.filter((name) => roles.has(name)), unknown };
}
