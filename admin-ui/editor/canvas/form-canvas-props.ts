import type { ReactNode } from "react";
import type { FormColumns, Graph, NodeKey } from "../../../domain/index.js";
import type { FormMarks } from "../../cases/step-marks.js";
import type { FormEditing } from "./form-editing.js";
import type { FormFlags } from "./row-flags.js";

export interface FormCanvasProps {
  readonly graph: Graph;
  /** How the office arranges its form; absent: as the official one. */
  readonly columns?: FormColumns | null;
  readonly marks?: FormMarks | null;
  /** Rows that are shown and are not of the form: they take no printed number. */
  readonly uncounted?: ReadonlySet<NodeKey>;
  readonly flags?: FormFlags | null;
  readonly selected?: string | null;
  readonly selectedLane?: string | null;
  /** Absent: the form is only read. */
  readonly editing?: FormEditing | null;
  readonly onSelectLane?: ((lane: string) => void) | null;
  /** A row's marker was pressed, on a form that is only read. */
  readonly onFlag?: ((node: string) => void) | null;
  /**
   * Fill the place that it stands in, and take the wheel; a form that is only read fills no more
   * than its own height. Else as high as the form, in a page.
   */
  readonly fill?: boolean;
  /** The node to bring into view; a new object brings it again. */
  readonly reveal?: { readonly node: string } | null;
  /** What lies on the form and moves with it; it finds the geometry by `useForm`. */
  readonly layers?: ReactNode;
}
