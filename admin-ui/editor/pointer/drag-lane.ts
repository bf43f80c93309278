import type { LaneKey } from "../../../domain/index.js";
import { moveLane } from "../changes/graph-changes.js";
import type { Drag } from "./drag.js";
import { land, nowhere } from "./pointer-state.js";
import { graphOf, type PointerScene } from "./pointer-scene.js";

/** A lane's heading, between two other lanes. */
export function dragLane(scene: PointerScene, key: LaneKey): Drag {
  const { editor, pointer } = scene;
  const was = graphOf(scene).lanes.findIndex((lane) => lane.key === key);
  let index = was;
  return {
    begin({ screen }) {
      const column = scene.form().columns.find(({ lane }) => lane === key);
      const width = (column?.width ?? 88) * scene.zoom();
      const name = column?.title ?? "";
      editor.view.getState().select({ type: "lane", key });
      pointer.setState({ carried: { type: "lane", key, name, width }, grip: screen, hover: null });
    },
    move({ form: at }) {
      const columns = scene.form().columns.filter(({ lane }) => lane !== null);
      const gap = columns.filter(({ x, width }) => at.x > x + width / 2).length;
      // On either side of itself it stays where it is.
      index = gap > was ? gap - 1 : gap;
      const last = columns.at(-1);
      const x = columns[gap]?.x ?? (last === undefined ? 0 : last.x + last.width);
      land(pointer, { ...nowhere, lineX: index === was ? null : x });
    },
    drop() {
      if (index !== was && was !== -1) editor.draft.getState().edit([moveLane(key, index)]);
    },
    end: () => pointer.setState({ carried: null, landing: nowhere }),
  };
}
