import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import type { FormLayout } from "../../../domain/index.js";
import { readingZoom, viewportAt, wholeZoom } from "./viewport-of.js";

/** The ways to look at a form: nearer, from further away, at the size to be read, as a whole. */
export type ZoomWay = "in" | "out" | "actual" | "whole";

/** Zooms about the middle of the view. */
export function useZoom(form: FormLayout): (way: ZoomWay) => void {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const toZoom = (wanted: number) => {
      const { minZoom, maxZoom, width, height } = store.getState();
      const next = Math.min(maxZoom, Math.max(minZoom, wanted));
      const view = flow.getViewport();
      const middle = {
        x: (width / 2 - view.x) / view.zoom,
        y: (height / 2 - view.y) / view.zoom,
      };
      const size = { width, height };
      void flow.setViewport(viewportAt(form, middle, next, size), { duration: 120 });
    };
    const ways: Record<ZoomWay, () => void> = {
      in: () => toZoom(flow.getZoom() * 1.25),
      out: () => toZoom(flow.getZoom() / 1.25),
      actual: () => toZoom(readingZoom(form, store.getState().width)),
      whole: () => toZoom(wholeZoom(form, store.getState())),
    };
    return (way) => ways[way]();
  }, [flow, store, form]);
}
