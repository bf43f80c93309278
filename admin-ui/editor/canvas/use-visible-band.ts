import { useStore } from "@xyflow/react";

/** px at zoom 1: the band moves in steps, so that panning by a little draws nothing anew. */
const step = 480;

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

const isSameBand = (a: Band, b: Band): boolean => a.top === b.top && a.bottom === b.bottom;

/** The part of the form's height that is in view, with some room around it. */
export function useVisibleBand(): Band {
  return useStore(({ transform: [, y, zoom], height }) => {
    const first = Math.floor(-y / zoom / step) - 1;
    const last = Math.ceil((height - y) / zoom / step) + 1;
    return { top: first * step, bottom: last * step };
  }, isSameBand);
}

/** The zoom below which no text can be read, and none is drawn. */
export const readableZoom = 0.42;

export const useIsFar = (): boolean => useStore(({ transform: [, , zoom] }) => zoom < readableZoom);
