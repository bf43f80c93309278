import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { kindOf } from "../../../domain/index.js";
import { PlusIcon, TrashIcon } from "../../app/icons.js";
import { useForm } from "../canvas/form-context.js";
import { removeEdge } from "../changes/graph-changes.js";
import { insertOnArrow } from "../changes/insert-on-arrow.js";
import { newKey } from "../draft/new-key.js";
import { useView } from "../editor-context.js";
import { KindIcon } from "../kinds/kind-icon.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { paletteViews } from "../kinds/node-kind-views.js";
import { selectNode } from "../selection.js";
import { followPress, type Surface } from "./drag.js";
import { dragArrow } from "./drag-arrow.js";
import { middleOfPath } from "./hit-test.js";
import { OnForm } from "./on-form.js";
import { graphOf, outcomeNames, type PointerScene } from "./pointer-scene.js";
import { usePointer } from "./pointer-state.js";

/** Kinds that an arrow can run through. */
const passing = paletteViews.filter((view) => {
  const { edgesIn, edgesOut } = kindOf(view.create("", null));
  return edgesIn.max !== 0 && edgesOut.max !== 0;
});

/** The arrow that is hovered or selected: a step into its middle, and its end to be led elsewhere. */
export function ArrowTools({ scene, surface }: { scene: PointerScene; surface: Surface }) {
  const form = useForm();
  const { t, draft, view } = scene.editor;
  const hovered = usePointer(({ hover }) => (hover?.type === "arrow" ? hover.edge : null));
  const isBusy = usePointer(({ carried }) => carried !== null && carried.type !== "arrow");
  const carried = usePointer((state) => state.carried);
  const selected = useView(({ selection }) => (selection?.type === "edge" ? selection.key : null));
  if (isBusy) return null;
  const key = carried?.type === "arrow" ? carried.edge : (hovered ?? selected);
  const path = form.paths.find(({ edge }) => edge === key);
  if (path === undefined) return null;
  const isSelected = path.edge === selected;
  const line = path.points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const middle = middleOfPath(path);
  const [tip, before] = path.points.toReversed();
  const start = path.points[0];
  const insert = (kind: NodeKindView) => {
    const graph = graphOf(scene);
    const source = graph.nodes.find((node) => node.key === path.from);
    const target = graph.nodes.find((node) => node.key === path.to);
    const lane = source?.parts[0]?.lane ?? target?.parts[0]?.lane ?? graph.lanes[0]?.key ?? null;
    const node = kind.create(newKey("n"), lane);
    const edits = insertOnArrow(graph, path.edge, node, outcomeNames(scene), () => newKey("e"));
    if (edits !== null && draft.getState().edit(edits)) {
      view.getState().select(selectNode(node.key));
    }
  };
  return (
    <>
      <svg className="arrow-shown" width={form.width} height={form.height} aria-hidden="true">
        <path d={line} />
      </svg>
      {carried === null && (
        <OnForm x={middle.x} y={middle.y} className="arrow-tools-place">
          <div
            className="arrow-tools"
            role="toolbar"
            aria-label={t("pointer.arrowTools")}
            data-tools
          >
            <Menu
              position="bottom"
              withinPortal
              // On a short arrow there is nothing else to press.
              onOpen={() => view.getState().select({ type: "edge", key: path.edge })}
            >
              <Menu.Target>
                <ActionIcon
                  radius="xl"
                  size="sm"
                  aria-label={t("pointer.insert")}
                  title={t("pointer.insert")}
                >
                  <PlusIcon />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown data-tools>
                {passing.map((kind) => (
                  <Menu.Item
                    key={kind.kind}
                    leftSection={<KindIcon view={kind} />}
                    onClick={() => insert(kind)}
                  >
                    {t(kind.labelKey)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {isSelected && (
              <Tooltip label={t("pointer.removeArrow")} openDelay={350}>
                <ActionIcon
                  radius="xl"
                  size="sm"
                  variant="default"
                  aria-label={t("pointer.removeArrow")}
                  onClick={() => {
                    if (draft.getState().edit([removeEdge(path.edge)]))
                      view.getState().select(null);
                  }}
                >
                  <TrashIcon />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        </OnForm>
      )}
      {isSelected && carried === null && tip !== undefined && before !== undefined && (
        <OnForm x={tip.x} y={tip.y} className="arrow-end-place">
          <button
            type="button"
            className="arrow-end"
            data-tools
            tabIndex={-1}
            aria-label={t("pointer.dragEnd")}
            title={t("pointer.dragEnd")}
            onPointerDown={(event) => {
              if (event.button !== 0 || start === undefined) return;
              const arrow = { from: path.from, edge: path.edge, start };
              followPress(surface, event.nativeEvent, dragArrow(scene, arrow));
            }}
          />
        </OnForm>
      )}
    </>
  );
}
