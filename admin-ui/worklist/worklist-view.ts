import type { TaskFilter, TaskScope } from "../generated/graphql.js";

/** The parts of the worklist, in the order of their tabs. */
export const worklistTabs = ["FOR_ME", "CLAIMABLE", "WAITING", "DONE"] as const;
export type WorklistTab = (typeof worklistTabs)[number];

/** What of the worklist is looked at. It stands in the address, so that a reload and a link keep it. */
export interface WorklistView {
  /** `null`: whichever has something to do. */
  readonly tab: WorklistTab | null;
  readonly sopId: string | null;
  readonly laneKey: string | null;
  readonly officeId: string | null;
  readonly onlyLate: boolean;
  readonly search: string;
}

const tabNames: Readonly<Record<WorklistTab, string>> = {
  FOR_ME: "saya",
  CLAIMABLE: "ambil",
  WAITING: "menunggu",
  DONE: "selesai",
};

export function readView(params: URLSearchParams): WorklistView {
  const named = params.get("bagian");
  return {
    tab: worklistTabs.find((tab) => tabNames[tab] === named) ?? null,
    sopId: params.get("sop"),
    laneKey: params.get("pelaksana"),
    officeId: params.get("perangkat"),
    onlyLate: params.has("terlambat"),
    search: params.get("cari") ?? "",
  };
}

export function writeView(view: WorklistView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.tab !== null) params.set("bagian", tabNames[view.tab]);
  if (view.sopId !== null) params.set("sop", view.sopId);
  if (view.laneKey !== null) params.set("pelaksana", view.laneKey);
  if (view.officeId !== null) params.set("perangkat", view.officeId);
  if (view.onlyLate) params.set("terlambat", "1");
  if (view.search.trim() !== "") params.set("cari", view.search);
  return params;
}

/** What the server is asked for; what is not asked for is left out. */
export function filterOf(view: WorklistView, tab: WorklistTab): TaskFilter {
  const search = view.search.trim();
  return {
    scope: tab,
    ...(view.sopId === null ? {} : { sopId: view.sopId }),
    ...(view.laneKey === null ? {} : { laneKey: view.laneKey }),
    ...(view.officeId === null ? {} : { officeId: view.officeId }),
    ...(view.onlyLate ? { overdue: true } : {}),
    ...(search === "" ? {} : { search }),
  };
}

interface KeptFilter {
  readonly scope: TaskScope;
  readonly sopId: string | null;
  readonly laneKey: string | null;
  readonly officeId: string | null;
  readonly overdue: boolean | null;
  readonly search: string | null;
}

/** A saved view as this screen shows it; the parts that it has no tab for are its first. */
export function viewOf(filter: KeptFilter): WorklistView {
  return {
    tab: worklistTabs.find((tab) => tab === filter.scope) ?? "FOR_ME",
    sopId: filter.sopId,
    laneKey: filter.laneKey,
    officeId: filter.officeId,
    onlyLate: filter.overdue === true,
    search: filter.search ?? "",
  };
}

export const isSameView = (one: WorklistView, other: WorklistView): boolean =>
  writeView(one).toString() === writeView(other).toString();

/** How many filters narrow the list, the search not counted. */
export const filterCount = (view: WorklistView): number =>
  [view.sopId, view.laneKey, view.officeId].filter((value) => value !== null).length +
  (view.onlyLate ? 1 : 0);
