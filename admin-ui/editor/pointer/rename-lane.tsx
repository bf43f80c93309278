import { useState } from "react";
import { changeLane } from "../changes/graph-changes.js";
import type { Editor } from "../editor-context.js";
import type { Area } from "./hit-test.js";

/** A lane's name, typed over its heading. Enter and leaving keep it, Esc does not. */
export function RenameLane(props: { lane: string; editor: Editor; box: Area }) {
  const { box, editor } = props;
  const { t, draft, view } = editor;
  const laneNow = () => draft.getState().document.graph.lanes.find(({ key }) => key === props.lane);
  const [first] = useState(laneNow);
  const [name, setName] = useState(first?.name ?? "");
  const keep = (text: string) => {
    const lane = laneNow();
    if (lane !== undefined && lane.name !== text) {
      draft.getState().edit([changeLane({ ...lane, name: text })], `${lane.key}:name`);
    }
  };
  const close = () => view.getState().rename(null);
  return (
    <textarea
      className="lane-name"
      data-tools
      aria-label={t("editor.laneName")}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      value={name}
      autoFocus
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value.replaceAll("\n", " ");
        setName(text);
        // The heading takes its room while one types.
        if (text.trim() !== "") keep(text);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        if (event.key === "Escape" && first !== undefined) keep(first.name);
        close();
      }}
      onBlur={close}
    />
  );
}
