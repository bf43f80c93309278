import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { useStore } from "@xyflow/react";
import type { PointerEvent as ReactPointerEvent, ReactNode } from "react";
import { kindOf, type FormLayout, type FormSymbol, type GraphNode } from "../../../domain/index.js";
import { DotsIcon, JoinArrowIcon, TrashIcon } from "../../app/icons.js";
import { useForm } from "../canvas/form-context.js";
import { appendStep } from "../changes/append-step.js";
import { removeStep } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import { useDraft, useView } from "../editor-context.js";
import { KindIcon } from "../kinds/kind-icon.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { nodeKindViews, paletteViews } from "../kinds/node-kind-views.js";
import { selectCell } from "../selection.js";
import { followPress, type Drag, type Surface } from "./drag.js";
import { dragArrow } from "./drag-arrow.js";
import { dragNewStep } from "./drag-new-step.js";
import { followPointer } from "./follow-pointer.js";
import { OnForm } from "./on-form.js";
import { outcomeNames, type PointerScene } from "./pointer-scene.js";
import { usePointer } from "./pointer-state.js";

/** One press away; the other kinds are in the menu. */
const quickKinds: readonly NodeKindView[] = [
  nodeKindViews.activity,
  nodeKindViews.decision,
  nodeKindViews.end,
];
/** px of the window, as in the CSS. */
const toolsHeight = 38;
const toolSize = 32;
const coarseToolSize = 46;
const gap = 7;

/** What can come after a step, under its symbol: press for the next row, or drag to any place. */
export function StepTools({ scene, surface }: { scene: PointerScene; surface: Surface }) {
  const form = useForm();
  const hover = usePointer((state) => state.hover);
  const isBusy = usePointer((state) => state.carried !== null);
  const selection = useView((view) => view.selection);
  const isTyping = useView((view) => view.typing !== null);
  const graph = useDraft((draft) => draft.document.graph);
  if (isBusy || isTyping) return null;
  const chosen =
    selection?.type === "nodes" && selection.keys.length === 1 ? selection.active : null;
  const at = chosen ?? (hover?.type === "step" ? hover : null);
  if (at === null) return null;
  const symbol =
    form.symbols.find(({ node, lane }) => node === at.node && lane === at.lane) ??
    form.symbols.find(({ node }) => node === at.node);
  const node = graph.nodes.find(({ key }) => key === at.node);
  if (symbol === undefined || node === undefined) return null;
  return <Tools scene={scene} surface={surface} symbol={symbol} node={node} key={node.key} />;
}

function Tools(props: {
  scene: PointerScene;
  surface: Surface;
  symbol: FormSymbol;
  node: GraphNode;
}) {
  const { scene, surface, symbol, node } = props;
  const { editor } = scene;
  const { t, draft, view } = editor;
  const goesOn = kindOf(node).edgesOut.max !== 0;
  const count = goesOn ? quickKinds.length + 2 : 1;
  const place = useToolsPlace(useForm(), symbol, count);
  const append = (kind: NodeKindView) => {
    const { graph } = draft.getState().document;
    const fresh = kind.create(newKey("n"), symbol.lane ?? graph.lanes[0]?.key ?? null);
    const edits = appendStep(graph, node.key, fresh, outcomeNames(scene), () => newKey("e"));
    if (!draft.getState().edit(edits)) return;
    const lane = fresh.parts[0]?.lane ?? null;
    view.getState().select(selectCell({ node: fresh.key, role: "activity", lane: null }));
    if (lane !== null) view.getState().openPanel(false);
  };
  const arrow = {
    from: node.key,
    edge: null,
    start: { x: symbol.x + symbol.width / 2, y: symbol.y + symbol.height / 2 },
  };
  return (
    <OnForm x={place.x} y={place.y} className="step-tools-place">
      <div className="step-tools" role="toolbar" aria-label={t("pointer.stepTools")} data-tools>
        {goesOn &&
          quickKinds.map((kind) => (
            <Tool
              key={kind.kind}
              label={t("pointer.append", { kind: t(kind.labelKey) })}
              onPress={(event) => press(surface, event, dragNewStep(scene, kind))}
              onClick={() => append(kind)}
            >
              <KindIcon view={kind} />
            </Tool>
          ))}
        {goesOn && (
          <Tool
            label={t("pointer.connect")}
            onPress={(event) => press(surface, event, dragArrow(scene, arrow))}
            onClick={(event) =>
              followPointer(
                surface,
                { x: event.clientX, y: event.clientY },
                dragArrow(scene, arrow),
              )
            }
          >
            <JoinArrowIcon />
          </Tool>
        )}
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("pointer.more")}>
              <DotsIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown data-tools>
            {goesOn &&
              paletteViews
                .filter((kind) => !quickKinds.includes(kind) && kindTakesArrows(kind))
                .map((kind) => (
                  <Menu.Item
                    key={kind.kind}
                    leftSection={<KindIcon view={kind} />}
                    onClick={() => append(kind)}
                  >
                    {t("pointer.append", { kind: t(kind.labelKey) })}
                  </Menu.Item>
                ))}
            {goesOn && <Menu.Divider />}
            <Menu.Item
              color="red"
              leftSection={<TrashIcon />}
              onClick={() => {
                const { graph } = draft.getState().document;
                draft.getState().edit(removeStep(graph, node.key));
              }}
            >
              {t("editor.removeStep")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </OnForm>
  );
}

const kindTakesArrows = (view: NodeKindView): boolean =>
  kindOf(view.create("", null)).edgesIn.max !== 0;

const press = (surface: Surface, event: ReactPointerEvent, drag: Drag): void => {
  if (event.button === 0) followPress(surface, event.nativeEvent, drag);
};

function Tool(props: {
  label: string;
  onPress: (event: ReactPointerEvent) => void;
  onClick: (event: React.MouseEvent) => void;
  children: ReactNode;
}) {
  return (
    <Tooltip label={props.label} openDelay={350}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={props.label}
        onPointerDown={props.onPress}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

/**
 * Under the symbol, or over it at the lower end of the view; among the lanes, where no text is, as
 * far as they have the room.
 */
function useToolsPlace(form: FormLayout, symbol: FormSymbol, count: number) {
  const [tx, ty, zoom] = useStore(({ transform }) => transform);
  const view = useStore(({ width, height }) => `${width} ${height}`);
  const [viewWidth = 0, viewHeight = 0] = view.split(" ").map(Number);
  const isCoarse = window.matchMedia("(pointer: coarse)").matches;
  const width = (count * (isCoarse ? coarseToolSize : toolSize) + 8) / zoom;
  const height = (isCoarse ? coarseToolSize + 8 : toolsHeight) / zoom;
  const lanes = form.columns.filter(({ lane }) => lane !== null);
  const left = lanes[0]?.x ?? 0;
  const right = (lanes.at(-1)?.x ?? 0) + (lanes.at(-1)?.width ?? 0);
  const within = (at: number, least: number, most: number): number =>
    most < least ? (least + most) / 2 : Math.min(most, Math.max(least, at));
  const middle = symbol.x + symbol.width / 2 - width / 2;
  const amongLanes = within(middle, left, right - width);
  const x = within(amongLanes, (4 - tx) / zoom, (viewWidth - 4 - tx) / zoom - width);
  const under = symbol.y + symbol.height + gap / zoom;
  const isLow = (under + height) * zoom + ty > viewHeight - 4;
  return { x, y: isLow ? symbol.y - gap / zoom - height : under };
}
