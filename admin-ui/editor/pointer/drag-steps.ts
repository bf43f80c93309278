import { nodeKinds, type FormSymbol } from "../../../domain/index.js";
import { isInPlace, moveSteps, type StepMove } from "../changes/move-steps.js";
import { selectCell } from "../selection.js";
import type { Drag, DragPoint } from "./drag.js";
import { gapAt, isOverLanes, laneAt, rowAt } from "./hit-test.js";
import { land, nowhere } from "./pointer-state.js";
import { graphOf, type PointerScene } from "./pointer-scene.js";

/** A symbol, with all that is selected if it is, to another lane, another row or both. */
export function dragSteps(scene: PointerScene, symbol: FormSymbol): Drag {
  const { editor, pointer } = scene;
  const { selection } = editor.view.getState();
  const isSelected = selection?.type === "nodes" && selection.keys.includes(symbol.node);
  const keys = isSelected ? selection.keys : [symbol.node];
  const kind = graphOf(scene).nodes.find(({ key }) => key === symbol.node)?.kind ?? "activity";
  let move: StepMove = {};
  return {
    begin({ screen }) {
      if (!isSelected) {
        const { node, lane } = symbol;
        editor.view.getState().select(selectCell({ node, role: "lane", lane }));
      }
      const zoom = scene.zoom();
      const size = { width: symbol.width * zoom, height: symbol.height * zoom };
      pointer.setState({ carried: { type: "steps", keys, kind, size }, grip: screen, hover: null });
    },
    move(at) {
      move = moveTo(scene, symbol, keys, at);
      const { form } = at;
      const lane = laneAt(scene.form(), form.x)?.lane ?? null;
      const isMoved = (move.lanes ?? 0) !== 0;
      land(pointer, {
        ...nowhere,
        lineY: move.before === undefined ? null : gapAt(scene.form(), form.y).y,
        lane: isMoved || (move.before !== undefined && symbol.lane !== null) ? lane : null,
        isCopy: move.copy === true && isMoved && nodeKinds[kind].parts.max === null,
      });
    },
    drop() {
      editor.draft.getState().edit(moveSteps(graphOf(scene), keys, move));
    },
    end: () => pointer.setState({ carried: null, landing: nowhere }),
  };
}

function moveTo(
  scene: PointerScene,
  symbol: FormSymbol,
  keys: readonly string[],
  { form: at, isCopy }: DragPoint,
): StepMove {
  const form = scene.form();
  const graph = graphOf(scene);
  const laneOf = (key: string | null) => graph.lanes.findIndex((lane) => lane.key === key);
  // Over the texts beside the lanes only the row is meant.
  const over = isOverLanes(form, at.x) ? (laneAt(form, at.x)?.lane ?? null) : symbol.lane;
  const lanes = symbol.lane === null ? 0 : laneOf(over) - laneOf(symbol.lane);
  const move: StepMove = { lanes, from: keys.length === 1 ? symbol.lane : null, copy: isCopy };
  if (rowAt(form, at.y)?.node === symbol.node) return move;
  const { before } = gapAt(form, at.y);
  return isInPlace(graph, new Set(keys), before) ? move : { ...move, before };
}
