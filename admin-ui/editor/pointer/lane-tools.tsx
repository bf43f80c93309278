import { useStore } from "@xyflow/react";
import { PlusIcon } from "../../app/icons.js";
import { useForm } from "../canvas/form-context.js";
import { addLaneCommand } from "../commands/lane-commands.js";
import { useView } from "../editor-context.js";
import { LaneMenu } from "./lane-menu.js";
import { OnForm } from "./on-form.js";
import type { PointerScene } from "./pointer-scene.js";
import { usePointer } from "./pointer-state.js";
import { RenameLane } from "./rename-lane.js";
import "./lane-tools.css";

/** On the heading, and at the upper edge with it: a new lane, a lane's menu, its name in place. */
export function LaneTools({ scene }: { scene: PointerScene }) {
  const form = useForm();
  const { editor } = scene;
  const { t } = editor;
  const shift = useStore(({ transform: [, y, zoom] }) => Math.max(0, -y / zoom));
  const hovered = usePointer(({ hover }) => (hover?.type === "lane" ? hover.lane : null));
  const isBusy = usePointer(({ carried }) => carried !== null);
  const selected = useView(({ selection }) => (selection?.type === "lane" ? selection.key : null));
  const renaming = useView((view) => view.renaming);
  if (isBusy) return null;
  const columnOf = (lane: string | null) =>
    lane === null ? undefined : form.columns.find((column) => column.lane === lane);
  const last = form.columns.findLast(({ lane }) => lane !== null) ?? form.columns[1];
  const { height, groupHeight } = form.header;
  const named = columnOf(renaming);
  const shown = named === undefined ? (columnOf(selected) ?? columnOf(hovered)) : undefined;
  return (
    <div className="lane-tools" style={{ transform: `translateY(${shift}px)` }}>
      {last !== undefined && (
        <OnForm x={last.x + last.width} y={groupHeight / 2} className="lane-add-place">
          <button
            type="button"
            className="lane-add"
            data-tools
            title={t("pointer.newLane")}
            aria-label={t("pointer.newLane")}
            onClick={() => addLaneCommand.run(editor)}
          >
            <PlusIcon />
          </button>
        </OnForm>
      )}
      {shown?.lane !== undefined && shown.lane !== null && (
        <OnForm x={shown.x + shown.width / 2} y={height} className="lane-menu-place">
          <LaneMenu key={shown.lane} lane={shown.lane} editor={editor} />
        </OnForm>
      )}
      {named !== undefined && (
        <RenameLane
          key={named.lane}
          lane={named.lane ?? ""}
          editor={editor}
          box={{ x: named.x, y: groupHeight, width: named.width, height: height - groupHeight }}
        />
      )}
    </div>
  );
}
