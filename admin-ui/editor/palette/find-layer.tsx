import { useForm } from "../canvas/form-context.js";
import { useView } from "../editor-context.js";
import { cellBox, type CellBox } from "../typing/cell-box.js";
import type { FoundPlace } from "./find-places.js";
import { useFoundPlaces } from "./use-found-places.js";
import "./palette.css";

/** What was found, marked on the form. */
export function FindLayer() {
  const at = useView(({ finding }) => finding?.at ?? -1);
  const places = useFoundPlaces();
  const form = useForm();
  const box = (place: FoundPlace): CellBox | null => {
    if (place.type === "cell") return cellBox(form, place.cell);
    if (place.type === "lane") {
      const column = form.columns.find(({ lane }) => lane === place.key);
      const { height, groupHeight } = form.header;
      return column === undefined
        ? null
        : { x: column.x, y: groupHeight, width: column.width, height: height - groupHeight };
    }
    if (place.type !== "edge") return null;
    const label = form.paths.find(({ edge }) => edge === place.key)?.label;
    return label === undefined || label === null ? null : { ...label, x: label.x, y: label.y };
  };
  return places.map((place, index) => {
    const where = box(place);
    if (where === null) return null;
    return (
      <div
        key={index}
        className="found-mark"
        data-current={index === at || undefined}
        style={{ left: where.x, top: where.y, width: where.width, height: where.height }}
      />
    );
  });
}
