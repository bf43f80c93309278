import { createStore, type StoreApi } from "zustand/vanilla";
import type { EdgeKey, LaneKey, NodeKey } from "../../domain/index.js";
import type { Playable } from "./playback/playback.js";
import type { ZoomWay } from "./canvas/use-zoom.js";
import { selectCell, selectNode, type Cell, type Selection } from "./selection.js";

/** Where the panel has no room beside the form. */
export const narrowWindow = "(max-width: 900px)";

export type EditorTab = "form" | "identity";
export type EditorPanel = "edit" | "problems" | "notes";
/** At most one stands in front of the editor. */
export type EditorDialog = "enact" | "palette" | "shortcuts" | "paste" | "remove-lane";

/**
 * How a cell was opened: to go on at its end, to be written over, or, on a symbol, to say where its
 * arrows lead.
 */
export type TypingHow = "end" | "over" | "arrows";

/** What the drafter looks at and is about to change; nothing of it is saved. */
export interface EditorView {
  readonly selection: Selection | null;
  /** The cell that is being typed in, on the form itself. */
  readonly typing: Cell | null;
  readonly typingHow: TypingHow;
  /** Of several arrows out of the active symbol, the one that the keyboard would follow. */
  readonly arrow: EdgeKey | null;
  /** The empty step that Enter has just made; it goes again if nothing is written on it. */
  readonly fresh: NodeKey | null;
  /** The lane whose name is being typed in its heading. */
  readonly renaming: LaneKey | null;
  /** The lane whose performer is to be chosen in the panel; a new object asks again. */
  readonly binding: { readonly lane: LaneKey } | null;
  /** The connector whose SOP is to be chosen in the panel; a new object asks again. */
  readonly calling: { readonly node: NodeKey } | null;
  /** How the form is to be looked at; a new object asks again. */
  readonly zoom: { readonly way: ZoomWay } | null;
  /** The row to bring into view; a new object brings it again. */
  readonly reveal: { readonly node: string } | null;
  readonly tab: EditorTab;
  readonly panel: EditorPanel;
  /** Whether the panel is wanted where it does not stand beside the form. */
  readonly isPanelOpen: boolean;
  /** Whether the panel stands beside the form, where it can. */
  readonly isSideShown: boolean;
  readonly dialog: EditorDialog | null;
  /** What is looked for on the form, and which of the places found is the current one. */
  readonly finding: { readonly words: string; readonly at: number } | null;
  /** The problem whose run is played on the form; a new object plays it from the beginning. */
  readonly playing: Playable | null;
  select(selection: Selection | null): void;
  /** Opens a cell to be typed in; `null` closes it. */
  type(cell: Cell | null, how?: TypingHow): void;
  chooseArrow(arrow: EdgeKey | null): void;
  setFresh(fresh: NodeKey | null): void;
  rename(lane: LaneKey | null): void;
  /** Selects a lane and goes to the field that says who works in it. */
  bind(lane: LaneKey): void;
  /** Selects a connector and goes to the field that says which SOP it runs. */
  chooseCall(node: NodeKey): void;
  zoomTo(way: ZoomWay): void;
  /** Selects a row and brings it into view. */
  goTo(node: string): void;
  setTab(tab: EditorTab): void;
  setPanel(panel: EditorPanel): void;
  openPanel(isOpen: boolean): void;
  showSide(isShown: boolean): void;
  openDialog(dialog: EditorDialog | null): void;
  find(finding: EditorView["finding"]): void;
  /** Plays the run of a problem on the form; `null` ends it. */
  play(playing: Playable | null): void;
  /** Brings a row into view, and nothing else. */
  bringIntoView(node: NodeKey): void;
}

export type EditorViewStore = StoreApi<EditorView>;

export const createEditorView = (isSideShown = true): EditorViewStore =>
  createStore<EditorView>((set) => ({
    selection: null,
    typing: null,
    typingHow: "end",
    arrow: null,
    fresh: null,
    renaming: null,
    binding: null,
    calling: null,
    zoom: null,
    reveal: null,
    tab: "form",
    panel: "edit",
    isPanelOpen: false,
    isSideShown,
    dialog: null,
    finding: null,
    playing: null,
    select: (selection) =>
      set((view) => ({
        selection,
        typing: null,
        arrow: null,
        binding: null,
        calling: null,
        panel: "edit",
        tab: selection === null ? view.tab : "form",
      })),
    type: (typing, typingHow = "end") =>
      set(({ selection, panel }) => {
        if (typing === null) return { typing };
        // Whoever has the list of problems beside the row that they stand on keeps it.
        const isHere = selection?.type === "nodes" && selection.active.node === typing.node;
        return {
          typing,
          typingHow,
          selection: selectCell(typing),
          calling: null,
          panel: isHere ? panel : "edit",
          tab: "form",
        };
      }),
    chooseArrow: (arrow) => set({ arrow }),
    setFresh: (fresh) => set({ fresh }),
    goTo: (node) =>
      set({
        selection: selectNode(node),
        typing: null,
        calling: null,
        panel: "edit",
        tab: "form",
        reveal: { node },
        isPanelOpen: true,
      }),
    rename: (renaming) =>
      set(renaming === null ? { renaming } : { renaming, typing: null, tab: "form" }),
    bind: (lane) =>
      set({
        selection: { type: "lane", key: lane },
        typing: null,
        arrow: null,
        binding: { lane },
        panel: "edit",
        tab: "form",
        isPanelOpen: true,
        isSideShown: true,
      }),
    chooseCall: (node) =>
      set({
        selection: selectNode(node),
        typing: null,
        arrow: null,
        calling: { node },
        panel: "edit",
        tab: "form",
        reveal: { node },
        isPanelOpen: true,
        isSideShown: true,
      }),
    zoomTo: (way) => set({ zoom: { way } }),
    setTab: (tab) => set({ tab, typing: null }),
    setPanel: (panel) => set({ panel }),
    // Whoever asks for it wants to see it; it lies over a narrow form only as long as it is needed.
    openPanel: (isPanelOpen) =>
      set((view) => ({ isPanelOpen, isSideShown: isPanelOpen || view.isSideShown })),
    showSide: (isSideShown) => set({ isSideShown }),
    openDialog: (dialog) => set({ dialog }),
    find: (finding) => set({ finding }),
    play: (playing) =>
      set(
        playing === null
          ? { playing }
          : { playing: { ...playing }, typing: null, tab: "form", isPanelOpen: false },
      ),
    bringIntoView: (node) => set({ reveal: { node } }),
  }));
