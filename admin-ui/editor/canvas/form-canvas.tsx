import "@xyflow/react/dist/style.css";
import { useElementSize, useMediaQuery } from "@mantine/hooks";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import { layout, type NodeKey } from "../../../domain/index.js";
import { FlowCanvas } from "./flow-canvas.js";
import type { FormCanvasProps } from "./form-canvas-props.js";
import { FormContext } from "./form-context.js";
import { useFormMetrics } from "./form-metrics.js";
import { recounted } from "./recounted.js";
import { rememberedForm } from "./remembered-form.js";
import { margin, readingZoom } from "./viewport-of.js";
import "./form-canvas.css";
import "./form-symbols.css";
import "./form-view.css";

/** px of the strip under the form and of the border, as in the CSS; of the strip for a finger. */
const frame = 31;
const touchFrame = 47;

const noRows: ReadonlySet<NodeKey> = new Set();

/** The official form: the domain's layout on React Flow. */
export function FormCanvas(props: FormCanvasProps) {
  const { graph, columns = null, uncounted = noRows } = props;
  const { ref, width, height } = useElementSize();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const metrics = useFormMetrics();
  const [remember] = useState(rememberedForm);
  const form = useMemo(
    () => remember(recounted(layout(graph, metrics, columns), uncounted)),
    [remember, graph, metrics, columns, uncounted],
  );
  const zoom = readingZoom(form, width);
  const isTouch = useMediaQuery("(max-width: 600px), (pointer: coarse)") === true;
  const natural = form.height * zoom + 2 * margin + (isTouch ? touchFrame : frame);
  const isRead = props.editing === undefined || props.editing === null;
  const filling = isRead ? { maxHeight: natural } : {};
  const style =
    props.fill === true ? filling : { height: natural, maxHeight: "var(--form-max-height, 72dvh)" };
  return (
    <div
      className="form-canvas"
      style={style}
      data-fill={props.fill || undefined}
      data-editing={!isRead || undefined}
    >
      <div className="form-view" ref={ref}>
        {width > 0 && height > 0 && (
          <ReactFlowProvider>
            <FormContext value={form}>
              <FlowCanvas {...props} form={form} zoom={zoom} size={size} />
            </FormContext>
          </ReactFlowProvider>
        )}
      </div>
    </div>
  );
}
