import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { RuleLevels } from "../../domain/index.js";
import type { Draft, DraftStore } from "./draft/draft-store.js";
import type { EditorView, EditorViewStore } from "./editor-view.js";

/** One open draft: what it says, what is looked at, and what the person may do with it. */
export interface Editor {
  readonly draft: DraftStore;
  readonly view: EditorViewStore;
  readonly t: TFunction;
  readonly canEnact: boolean;
  /** The office whose form it is. */
  readonly officeId: string;
  /** How seriously the office takes the rules that it may switch. */
  readonly levels: RuleLevels;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("No draft is being edited here");
  return editor;
}

/** A part of the draft; the component draws again only when that part changes. */
export function useDraft<Part>(select: (draft: Draft) => Part): Part {
  return useStore(useEditor().draft, select);
}

/** A part of the view; the component draws again only when that part changes. */
export function useView<Part>(select: (view: EditorView) => Part): Part {
  return useStore(useEditor().view, select);
}

export const useDraftApi = (): DraftStore => useEditor().draft;
