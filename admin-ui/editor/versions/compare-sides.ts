import type { SopData } from "../sop-operations.js";

/** One side of a comparison: a version, as it stands or as it was at one of its revisions. */
export interface CompareSide {
  readonly versionId: string;
  /** `null`: as it stands. */
  readonly revision: number | null;
}

/** As it stands in an address: the version's id, and the revision behind a tilde. */
export const sideParam = ({ versionId, revision }: CompareSide): string =>
  revision === null ? versionId : `${versionId}~${revision}`;

/** Reads `sideParam`; `null` where nothing is given. */
export function readSide(param: string | null): CompareSide | null {
  if (param === null || param === "") return null;
  const [versionId = "", revision] = param.split("~");
  const number = Number(revision);
  return { versionId, revision: Number.isInteger(number) && number > 0 ? number : null };
}

type Versions = Pick<SopData, "versions" | "inForce" | "draft">;

/** What is compared where nobody says: what is in force, and what is to take its place. */
export function defaultSides({ versions, inForce, draft }: Versions): {
  readonly from: string | null;
  readonly to: string | null;
} {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  const to = draft?.id ?? newestFirst[0]?.id ?? null;
  const older = newestFirst.filter(({ id }) => id !== to);
  const from = inForce !== null && inForce.id !== to ? inForce.id : older[0]?.id;
  return { from: from ?? to, to };
}

/** The address of a comparison; left out sides are the default ones. */
export function compareLink(
  sopId: string,
  from: CompareSide | null = null,
  to: CompareSide | null = null,
): string {
  const params = new URLSearchParams();
  if (from !== null) params.set("dari", sideParam(from));
  if (to !== null) params.set("ke", sideParam(to));
  const query = params.toString();
  return `/sop/${encodeURIComponent(sopId)}/bandingkan${query === "" ? "" : `?${query}`}`;
}
