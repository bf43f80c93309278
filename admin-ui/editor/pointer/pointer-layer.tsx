import { useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "../canvas/form-context.js";
import { useEditor } from "../editor-context.js";
import { ArrowTools } from "./arrow-tools.js";
import { DragGhost } from "./drag-ghost.js";
import { DropMarks } from "./drop-marks.js";
import { JointMode } from "./joint-mode.js";
import { LaneTools } from "./lane-tools.js";
import type { PointerScene } from "./pointer-scene.js";
import { createPointerStore, PointerContext } from "./pointer-state.js";
import { StepTools } from "./step-tools.js";
import { usePress, useSurface } from "./use-press.js";
import { useZoomRequests } from "./use-zoom-requests.js";
import "./pointer.css";

/** Drawing with the pointer, as a layer on the form. */
export function PointerLayer() {
  const editor = useEditor();
  const form = useForm();
  const flow = useStoreApi();
  const isReady = useStore(({ domNode }) => domNode !== null);
  const [pointer] = useState(createPointerStore);
  const shown = useRef(form);
  useEffect(() => {
    shown.current = form;
  });
  const scene = useMemo<PointerScene>(
    () => ({
      editor,
      pointer,
      form: () => shown.current,
      zoom: () => flow.getState().transform[2],
    }),
    [editor, pointer, flow],
  );
  const surface = useSurface(isReady);
  usePress(scene, surface);
  useZoomRequests();
  if (surface === null) return null;
  return (
    <PointerContext value={pointer}>
      <DropMarks />
      <ArrowTools scene={scene} surface={surface} />
      <JointMode scene={scene} />
      <StepTools scene={scene} surface={surface} />
      <LaneTools scene={scene} />
      <DragGhost surface={surface} />
    </PointerContext>
  );
}
