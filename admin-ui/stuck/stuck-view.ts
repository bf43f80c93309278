/** What of the stuck work is looked at. It stands in the address, so that a reload and a link keep it. */
export interface StuckView {
  /** `null`: one's own. */
  readonly officeId: string | null;
  readonly sopId: string | null;
  /** `StuckLane.id`; `null`: all. */
  readonly laneId: string | null;
  /** Working days; what is due within them is shown as due soon. */
  readonly within: number;
}

/** The choices, in working days; the first is the usual one. */
export const horizons = [1, 3, 5] as const;

export function readView(params: URLSearchParams): StuckView {
  const within = Number(params.get("hari"));
  return {
    officeId: params.get("perangkat"),
    sopId: params.get("sop"),
    laneId: params.get("pelaksana"),
    within: horizons.find((days) => days === within) ?? horizons[0],
  };
}

export function writeView(view: StuckView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.officeId !== null) params.set("perangkat", view.officeId);
  if (view.sopId !== null) params.set("sop", view.sopId);
  if (view.laneId !== null) params.set("pelaksana", view.laneId);
  if (view.within !== horizons[0]) params.set("hari", String(view.within));
  return params;
}
