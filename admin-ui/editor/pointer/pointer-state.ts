import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { EdgeKey, LaneKey, NodeKey, NodeKind } from "../../../domain/index.js";
import type { Area, Point } from "./hit-test.js";

/** What hangs on the pointer. */
export type Carried =
  | {
      readonly type: "steps";
      readonly keys: readonly NodeKey[];
      readonly kind: NodeKind;
      /** px of the window. */
      readonly size: { readonly width: number; readonly height: number };
    }
  | { readonly type: "kind"; readonly kind: NodeKind }
  | { readonly type: "lane"; readonly key: LaneKey; readonly name: string; readonly width: number }
  /** The end of an arrow, new (`edge: null`) or not; `start` is where the arrow comes from. */
  | {
      readonly type: "arrow";
      readonly from: NodeKey;
      readonly edge: EdgeKey | null;
      readonly start: Point;
    }
  | { readonly type: "marquee" };

/** What would happen if it were let go here; the form shows it. */
export interface Landing {
  /** The height of the line between two rows. */
  readonly lineY: number | null;
  /** The lane column, over the rows of `cells`, or all of it. */
  readonly lane: LaneKey | null;
  /** The place of the line between two lanes. */
  readonly lineX: number | null;
  /** The symbol that takes the arrow. */
  readonly target: NodeKey | null;
  /** The step stays where it is and stands here as well. */
  readonly isCopy: boolean;
  readonly marquee: Area | null;
}

export const nowhere: Landing = {
  lineY: null,
  lane: null,
  lineX: null,
  target: null,
  isCopy: false,
  marquee: null,
};

export type Hover =
  | { readonly type: "step"; readonly node: NodeKey; readonly lane: LaneKey | null }
  | { readonly type: "arrow"; readonly edge: EdgeKey }
  | { readonly type: "lane"; readonly lane: LaneKey };

/** What the pointer does just now; the tools on the form are drawn from it. */
export interface PointerState {
  readonly carried: Carried | null;
  readonly landing: Landing;
  readonly hover: Hover | null;
  /** Where the pointer took hold, px of the window: the ghost begins there. */
  readonly grip: Point;
}

export type PointerStore = StoreApi<PointerState>;

export const createPointerStore = (): PointerStore =>
  createStore<PointerState>(() => ({
    carried: null,
    landing: nowhere,
    hover: null,
    grip: { x: 0, y: 0 },
  }));

/** Tells of a new landing only where it is another one: most moves of a pointer change nothing. */
export function land(store: PointerStore, landing: Landing): void {
  const { landing: before } = store.getState();
  const isSame =
    before.lineY === landing.lineY &&
    before.lane === landing.lane &&
    before.lineX === landing.lineX &&
    before.target === landing.target &&
    before.isCopy === landing.isCopy &&
    before.marquee === landing.marquee;
  if (!isSame) store.setState({ landing });
}

export function hoverOver(store: PointerStore, hover: Hover | null): void {
  const before = store.getState().hover;
  if (JSON.stringify(before) !== JSON.stringify(hover)) store.setState({ hover });
}

export const PointerContext = createContext<PointerStore | null>(null);

export function usePointerStore(): PointerStore {
  const store = useContext(PointerContext);
  if (store === null) throw new Error("No pointer is at work here");
  return store;
}

export function usePointer<Part>(select: (state: PointerState) => Part): Part {
  return useStore(usePointerStore(), select);
}
