import type { ComponentType } from "react";
import type { GraphNode, LaneKey, NodeKey, NodeKind } from "../../../domain/index.js";

export interface ShapeSize {
  /** px at zoom 1. */
  readonly width: number;
  readonly height: number;
}

/** All that the editor knows about one node kind; the rest it asks the domain. */
export interface NodeKindView {
  readonly kind: NodeKind;
  /** The text that names it. */
  readonly labelKey: string;
  /** The text that says what it is for, in the palette. */
  readonly hintKey: string;
  /** The symbol as SVG shapes that fill the size; also the palette's icon. */
  readonly Shape: ComponentType<ShapeSize>;
  /** Size of the palette's icon. */
  readonly icon: ShapeSize;
  /** A new node of this kind, in `lane` where the kind stands in one. */
  create(key: NodeKey, lane: LaneKey | null): GraphNode;
}
