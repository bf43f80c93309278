import { hasNumberedStep } from "../../../domain/index.js";
import { useDraft } from "../editor-context.js";

/** Whether a first step is drawn. Until then what the draft still lacks is no fault of anybody's. */
export const useHasBegun = (): boolean =>
  useDraft(({ document: { graph } }) => hasNumberedStep(graph));
