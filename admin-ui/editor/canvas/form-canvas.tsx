import "@xyflow/react/dist/style.css";
import { useElementSize } from "@mantine/hooks";
import {
  Controls,
  ReactFlow,
  ReactFlowProvider,
  ViewportPortal,
  type ReactFlowInstance,
} from "@xyflow/react";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { layout, type FormLayout, type Graph } from "../../../domain/index.js";
import type { StepMarks } from "../../cases/step-marks.js";
import {
  pathEdges,
  rememberedSymbolNodes,
  type PathFlowEdge,
  type SymbolFlowNode,
} from "./flow-elements.js";
import { FormContext } from "./form-context.js";
import type { FormEditing } from "./form-editing.js";
import { FormGrid } from "./form-grid.js";
import { FormHeader } from "./form-header.js";
import { useFormMetrics } from "./form-metrics.js";
import { PathEdge } from "./path-edge.js";
import type { RowFlags } from "./row-flags.js";
import { SymbolNode } from "./symbol-node.js";
import "./form-canvas.css";

const nodeTypes = { symbol: SymbolNode };
const edgeTypes = { path: PathEdge };
const margin = 12;
/** The strip under the form that holds the library's name, and the border; as in the CSS. */
const frame = 18;
const smallest = 0.3;

export interface FormCanvasProps {
  readonly graph: Graph;
  readonly marks?: StepMarks | null;
  readonly flags?: { readonly rows: RowFlags; readonly lanes: RowFlags } | null;
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

/** The official form: the domain's layout on React Flow. */
export function FormCanvas(props: FormCanvasProps) {
  const { ref, width, height } = useElementSize();
  const metrics = useFormMetrics();
  const form = useMemo(() => layout(props.graph, metrics), [props.graph, metrics]);
  // Text stays readable: a form wider than its place is panned rather than shrunk to nothing.
  const readable = width < 600 ? 0.8 : 0.75;
  const zoom = Math.min(1, Math.max(readable, (width - 2 * margin) / form.width));
  const natural = form.height * zoom + 2 * margin + frame;
  const isRead = props.editing === undefined || props.editing === null;
  const filling = isRead ? { maxHeight: natural } : {};
  const style = props.fill === true ? filling : { height: natural, maxHeight: "72dvh" };
  return (
    <div className="form-canvas" style={style} data-fill={props.fill || undefined}>
      <div className="form-view" ref={ref}>
        {width > 0 && height > 0 && (
          <ReactFlowProvider>
            <FormContext value={form}>
              <Canvas {...props} form={form} zoom={zoom} size={{ width, height }} />
            </FormContext>
          </ReactFlowProvider>
        )}
      </div>
    </div>
  );
}

function Canvas(
  props: FormCanvasProps & {
    form: FormLayout;
    zoom: number;
    size: { readonly width: number; readonly height: number };
  },
) {
  const { t } = useTranslation();
  const { form, graph, zoom, size, marks = null, editing = null, onSelectLane = null } = props;
  const [nodesOf] = useState(rememberedSymbolNodes);
  const nodes = useMemo(() => nodesOf(form, graph, marks), [nodesOf, form, graph, marks]);
  const edges = useMemo(() => pathEdges(form), [form]);
  const flow = useRef<ReactFlowInstance<SymbolFlowNode, PathFlowEdge> | null>(null);
  const here = useMemo(
    () => nodes.find((node) => node.data.mark === "here")?.data.nodeKey ?? null,
    [nodes],
  );
  const revealed = useRef<object | null>(null);
  const reveal = props.reveal ?? null;
  useEffect(() => {
    if (reveal === null || reveal === revealed.current || flow.current === null) return;
    revealed.current = reveal;
    void flow.current.setViewport(viewportOf(form, reveal.node, flow.current.getZoom(), size), {
      duration: 180,
    });
  }, [reveal, form, size]);
  // A form that outgrows its place is fitted again, unless the reader chose a zoom.
  const fitted = useRef(zoom);
  useEffect(() => {
    const view = flow.current?.getViewport();
    if (view === undefined || fitted.current === zoom) return;
    const wasFitted = Math.abs(view.zoom - fitted.current) < 0.001;
    fitted.current = zoom;
    if (!wasFitted) return;
    const { x } = viewportOf(form, null, zoom, size);
    void flow.current?.setViewport({ x, y: Math.min(margin, view.y), zoom });
  }, [zoom, form, size]);
  const isFilling = props.fill === true;
  const extent = useMemo(() => panExtent(form, zoom, size), [form, zoom, size]);
  return (
    <ReactFlow<SymbolFlowNode, PathFlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      defaultViewport={viewportOf(form, here, zoom, size)}
      onInit={(instance) => {
        flow.current = instance;
      }}
      onNodeClick={(event, { data }) =>
        editing?.press({ node: data.nodeKey, role: "lane", lane: data.laneKey }, event)
      }
      onlyRenderVisibleElements
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      minZoom={smallest}
      maxZoom={2}
      translateExtent={extent}
      panOnScroll={isFilling}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      preventScrolling={isFilling}
      aria-label={t("form.canvas")}
      attributionPosition="bottom-left"
    >
      <ViewportPortal>
        <FormGrid
          form={form}
          flags={props.flags?.rows ?? null}
          selected={props.selected ?? null}
          label={t("form.canvas")}
          editing={editing}
          onFlag={props.onFlag ?? null}
        />
        <FormHeader
          form={form}
          flags={props.flags?.lanes ?? null}
          selectedLane={props.selectedLane ?? null}
          onSelectLane={onSelectLane}
        />
        {props.layers}
        <svg className="arrow-defs" aria-hidden="true">
          <defs>
            <marker
              id="alur-arrow"
              viewBox="0 0 8 8"
              refX="7.5"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 1L8 4L0 7Z" />
            </marker>
          </defs>
        </svg>
      </ViewportPortal>
      <Controls showInteractive={false} position="bottom-right" />
    </ReactFlow>
  );
}

/**
 * How far the form may be panned: not out of sight. It is never smaller than the view, or React
 * Flow would centre a short form instead of hanging it from the top.
 */
function panExtent(
  form: FormLayout,
  zoom: number,
  size: { readonly width: number; readonly height: number },
): [[number, number], [number, number]] {
  const { x, y } = viewportOf(form, null, zoom, size);
  const right = Math.max(form.width + margin / zoom, (size.width - x) / zoom);
  const bottom = Math.max(form.height + margin / zoom, (size.height - y) / zoom);
  return [
    [-x / zoom, -y / zoom],
    [right, bottom],
  ];
}

/** The form's top left corner, or the middle of the view on `node`, never past the form's edges. */
function viewportOf(
  form: FormLayout,
  node: string | null,
  zoom: number,
  size: { readonly width: number; readonly height: number },
): { x: number; y: number; zoom: number } {
  const spare = Math.max(margin, (size.width - form.width * zoom) / 2);
  const symbol = node === null ? undefined : form.symbols.find((one) => one.node === node);
  if (symbol === undefined) return { x: spare, y: margin, zoom };
  const toMiddle = (at: number, span: number, whole: number): number => {
    const least = Math.min(margin, span - whole * zoom - margin);
    return Math.min(margin, Math.max(least, span / 2 - at * zoom));
  };
  const wide = form.width * zoom + 2 * margin > size.width;
  return {
    x: wide ? toMiddle(symbol.x + symbol.width / 2, size.width, form.width) : spare,
    y: toMiddle(symbol.y + symbol.height / 2, size.height, form.height),
    zoom,
  };
}
