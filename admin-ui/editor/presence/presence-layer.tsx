import { useForm } from "../canvas/form-context.js";
import { useDraft } from "../editor-context.js";
import { focusedRow, initials, readFocus } from "./focus-path.js";
import { usePresence } from "./presence-context.js";
import "./presence.css";

/** The initials of the others, on the row or the heading that they are at. */
export function PresenceLayer() {
  const people = usePresence();
  const form = useForm();
  const graph = useDraft((draft) => draft.document.graph);
  if (people.length === 0) return null;
  const rows = new Map(form.rows.map((row) => [row.node, row] as const));
  const places = new Map<string, { x: number; y: number; height: number; names: string[] }>();
  for (const { focus, person } of people) {
    const place = readFocus(focus);
    const row = rows.get(focusedRow(place, graph) ?? "");
    const lane =
      place?.type === "lane" ? form.columns.find((column) => column.lane === place.key) : undefined;
    const box =
      row !== undefined
        ? { x: 0, y: row.y, height: row.height }
        : lane !== undefined
          ? { x: lane.x, y: form.header.groupHeight, height: 0 }
          : null;
    if (box === null) continue;
    const key = `${box.x}/${box.y}`;
    const there = places.get(key) ?? { ...box, names: [] };
    if (!there.names.includes(person.name)) there.names.push(person.name);
    places.set(key, there);
  }
  return [...places].map(([key, { x, y, height, names }]) => (
    <div key={key} className="presence-mark" style={{ left: x, top: y, height }} aria-hidden="true">
      <span className="presence-chip">{names.map(initials).join(" ")}</span>
    </div>
  ));
}
