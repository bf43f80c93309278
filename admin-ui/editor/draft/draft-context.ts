import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Draft, DraftStore } from "./draft-store.js";

export const DraftContext = createContext<DraftStore | null>(null);

export function useDraftApi(): DraftStore {
  const store = useContext(DraftContext);
  if (store === null) throw new Error("No draft is being edited here");
  return store;
}

/** A part of the draft; the component draws again only when that part changes. */
export function useDraft<Part>(select: (draft: Draft) => Part): Part {
  return useStore(useDraftApi(), select);
}
