import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { memo, type PointerEvent as ReactPointerEvent, type ReactNode } from "react";
import { kindOf, type FormSymbol } from "../../../domain/index.js";
import { DotsIcon, JoinArrowIcon, TrashIcon } from "../../app/icons.js";
import { useForm } from "../canvas/form-context.js";
import { useIsFar } from "../canvas/use-visible-band.js";
import { removeStep } from "../changes/graph-changes.js";
import { useDraft, useView } from "../editor-context.js";
import { KindIcon } from "../kinds/kind-icon.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { nodeKindViews, paletteViews } from "../kinds/node-kind-views.js";
import { appendTo } from "./append-to.js";
import { followPress, type Drag, type Surface } from "./drag.js";
import { arrowFrom, dragArrow } from "./drag-arrow.js";
import { dragNewStep } from "./drag-new-step.js";
import { followPointer } from "./follow-pointer.js";
import { OnForm } from "./on-form.js";
import type { PointerScene } from "./pointer-scene.js";
import { usePointer } from "./pointer-state.js";
import { StepKnob } from "./step-knob.js";
import { useToolsPlace } from "./use-tools-place.js";

export interface StepToolsProps {
  readonly scene: PointerScene;
  readonly surface: Surface;
}

/** One press away; the other kinds are in the menu. */
const quickKinds: readonly NodeKindView[] = [
  nodeKindViews.activity,
  nodeKindViews.decision,
  nodeKindViews.end,
];
/**
 * What can come after the selected step, beside its symbol: press for the next row, or drag to any
 * place. A step that is only hovered has one knob there.
 */
export function StepTools(props: StepToolsProps) {
  const hover = usePointer((state) => state.hover);
  const isBusy = usePointer((state) => state.carried !== null);
  const selection = useView((view) => view.selection);
  // Who writes on a step sees what can come after it; a cell among the lanes lies under the tools.
  const isInTheWay = useView((view) => view.typing?.role === "lane");
  // From afar there is no room for tools, nor for what they would stand beside.
  const isFar = useIsFar();
  if (isBusy || isInTheWay || isFar) return null;
  const chosen =
    selection?.type === "nodes" && selection.keys.length === 1 ? selection.active : null;
  const hovered = hover?.type === "step" && hover.node !== chosen?.node ? hover : null;
  return (
    <>
      {hovered !== null && <Placed {...props} at={hovered} face={StepKnob} />}
      {chosen !== null && <Placed {...props} at={chosen} face={Tools} />}
    </>
  );
}

interface ToolsProps extends StepToolsProps {
  readonly symbol: FormSymbol;
  /** Whether something can come after it. */
  readonly goesOn: boolean;
}

/** The tools of one step, where it stands. */
function Placed(
  props: StepToolsProps & {
    at: { readonly node: string; readonly lane: string | null };
    face: (tools: ToolsProps) => ReactNode;
  },
) {
  const { scene, surface, at, face: Face } = props;
  const form = useForm();
  const graph = useDraft((draft) => draft.document.graph);
  const symbol =
    form.symbols.find(({ node, lane }) => node === at.node && lane === at.lane) ??
    form.symbols.find(({ node }) => node === at.node);
  const node = graph.nodes.find(({ key }) => key === at.node);
  if (symbol === undefined || node === undefined) return null;
  const goesOn = kindOf(node).edgesOut.max !== 0;
  return <Face key={at.node} scene={scene} surface={surface} symbol={symbol} goesOn={goesOn} />;
}

function Tools(props: ToolsProps) {
  const count = props.goesOn ? quickKinds.length + 2 : 1;
  const place = useToolsPlace(useForm(), props.symbol, count);
  return (
    <OnForm x={place.x} y={place.y} className="step-tools-place">
      <Toolbar {...props} />
    </OnForm>
  );
}

/** Drawn once for a symbol, and not with every letter of its text. */
const Toolbar = memo(function Toolbar({ scene, surface, symbol, goesOn }: ToolsProps) {
  const { t, draft } = scene.editor;
  const append = (kind: NodeKindView) => appendTo(scene, symbol, kind);
  const arrow = arrowFrom(symbol);
  return (
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
            followPointer(surface, { x: event.clientX, y: event.clientY }, dragArrow(scene, arrow))
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
            className="danger-item"
            leftSection={<TrashIcon />}
            onClick={() => {
              const { graph } = draft.getState().document;
              draft.getState().edit(removeStep(graph, symbol.node));
            }}
          >
            {t("editor.removeStep")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
});

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
