import { ReactFlow, ViewportPortal, type ReactFlowInstance } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FormLayout } from "../../../domain/index.js";
import type { HeatMark, StepMark } from "../../cases/step-marks.js";
import { EdgeFades } from "./edge-fades.js";
import {
  rememberedPathEdges,
  rememberedSymbolNodes,
  type PathFlowEdge,
  type SymbolFlowNode,
} from "./flow-elements.js";
import type { FormCanvasProps } from "./form-canvas-props.js";
import { FormControls } from "./form-controls.js";
import { FormGrid } from "./form-grid.js";
import { FormHeader } from "./form-header.js";
import { FormOverview } from "./form-overview.js";
import { PathEdge } from "./path-edge.js";
import { SymbolNode } from "./symbol-node.js";
import { useIsFar } from "./use-visible-band.js";
import { margin, panExtent, viewportOf, wholeZoom, type ViewSize } from "./viewport-of.js";

const nodeTypes = { symbol: SymbolNode };
const edgeTypes = { path: PathEdge };
const smallest = 0.3;
const noNodes: SymbolFlowNode[] = [];
const noEdges: PathFlowEdge[] = [];
/** While one draws, the left button draws; the middle one pans, and a finger does. */
const drawingPan = [1];

/** The form on React Flow, which pans and zooms it and draws the symbols and arrows in view. */
export function FlowCanvas(
  props: FormCanvasProps & {
    form: FormLayout;
    /** At which the form is read; where the person has not chosen another one. */
    zoom: number;
    size: ViewSize;
  },
) {
  const { t } = useTranslation();
  const { form, graph, zoom, size, marks = null, editing = null, onSelectLane = null } = props;
  const [nodesOf] = useState(rememberedSymbolNodes);
  const [edgesOf] = useState(rememberedPathEdges);
  const nodes = useMemo(() => nodesOf(form, graph, marks), [nodesOf, form, graph, marks]);
  const edges = useMemo(() => edgesOf(form), [edgesOf, form]);
  const isFar = useIsFar();
  const flow = useRef<ReactFlowInstance<SymbolFlowNode, PathFlowEdge> | null>(null);
  const onInit = useCallback((instance: NonNullable<Flow["current"]>) => {
    flow.current = instance;
  }, []);
  const here = useMemo(() => startingNode(nodes), [nodes]);
  useReveal(flow, props);
  useReadingZoom(flow, props);
  const isFilling = props.fill === true;
  const { width, height } = form;
  const extent = useMemo(
    () => panExtent({ width, height }, zoom, size),
    [width, height, zoom, size],
  );
  // Where it begins, and what it does with a press, are the same for React Flow at every letter:
  // with a new one it would draw every symbol again.
  const [beginning] = useState(() => viewportOf(form, here, zoom, size));
  const press = editing?.press ?? null;
  const onNodeClick = useCallback(
    (event: MouseEvent, { data }: SymbolFlowNode) =>
      press?.({ node: data.nodeKey, role: "lane", lane: data.laneKey }, event),
    [press],
  );
  const one = props.selected ?? null;
  const selected = useMemo(
    () => editing?.selected ?? (one === null ? null : new Set([one])),
    [editing, one],
  );
  return (
    <ReactFlow<SymbolFlowNode, PathFlowEdge>
      nodes={isFar ? noNodes : nodes}
      edges={isFar ? noEdges : edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      defaultViewport={beginning}
      onInit={onInit}
      onNodeClick={onNodeClick}
      onlyRenderVisibleElements
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      minZoom={Math.min(smallest, wholeZoom(form, size))}
      maxZoom={2}
      translateExtent={extent}
      panOnDrag={editing === null ? true : drawingPan}
      panOnScroll={isFilling}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      preventScrolling={isFilling}
      aria-label={t("form.canvas")}
      attributionPosition="bottom-left"
    >
      <ViewportPortal>
        {isFar && <FormOverview form={form} selected={selected} />}
        <FormGrid
          form={form}
          flags={props.flags?.rows ?? null}
          selected={selected}
          label={t("form.canvas")}
          editing={editing}
          onFlag={props.onFlag ?? null}
          isFar={isFar}
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
      <EdgeFades form={form} />
      <FormControls form={form} zoom={zoom} size={size} />
    </ReactFlow>
  );
}

/** Where the reader stands; or where the case does. */
function startingNode(nodes: readonly SymbolFlowNode[]): string | null {
  const marked = (...marks: readonly (StepMark | HeatMark)[]) =>
    nodes.find(({ data }) => data.mark !== null && marks.includes(data.mark));
  return (marked("here") ?? marked("open", "claimed"))?.data.nodeKey ?? null;
}

type Flow = { readonly current: ReactFlowInstance<SymbolFlowNode, PathFlowEdge> | null };
type Seen = Pick<Parameters<typeof FlowCanvas>[0], "form" | "zoom" | "size" | "reveal">;

/** Brings the row that is asked for into the middle of the view. */
function useReveal(flow: Flow, { form, size, reveal = null }: Seen): void {
  const revealed = useRef<object | null>(null);
  useEffect(() => {
    if (reveal === null || reveal === revealed.current || flow.current === null) return;
    revealed.current = reveal;
    const view = viewportOf(form, reveal.node, flow.current.getZoom(), size);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    void flow.current.setViewport(view, { duration: isStill ? 0 : 180 });
  }, [flow, reveal, form, size]);
}

/** A form that outgrows its place is fitted again, unless the reader chose a zoom. */
function useReadingZoom(flow: Flow, { form, zoom, size }: Seen): void {
  const fitted = useRef(zoom);
  useEffect(() => {
    const view = flow.current?.getViewport();
    if (view === undefined || fitted.current === zoom) return;
    const wasFitted = Math.abs(view.zoom - fitted.current) < 0.001;
    fitted.current = zoom;
    if (!wasFitted) return;
    const { x } = viewportOf(form, null, zoom, size);
    void flow.current?.setViewport({ x, y: Math.min(margin, view.y), zoom });
  }, [flow, zoom, form, size]);
}
