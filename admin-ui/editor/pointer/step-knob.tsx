import type { FormSymbol } from "../../../domain/index.js";
import { PlusIcon } from "../../app/icons.js";
import { nodeKindViews } from "../kinds/node-kind-views.js";
import { appendTo } from "./append-to.js";
import { followPress, type Surface } from "./drag.js";
import { arrowFrom, dragArrow } from "./drag-arrow.js";
import { OnForm } from "./on-form.js";
import type { PointerScene } from "./pointer-scene.js";

/** Beside a hovered symbol: press for the next activity, drag for an arrow. */
export function StepKnob(props: {
  scene: PointerScene;
  surface: Surface;
  symbol: FormSymbol;
  goesOn: boolean;
}) {
  const { scene, surface, symbol, goesOn } = props;
  const { t } = scene.editor;
  if (!goesOn) return null;
  return (
    <OnForm x={symbol.x + symbol.width} y={symbol.y + symbol.height / 2}>
      <button
        type="button"
        className="step-knob"
        data-tools
        tabIndex={-1}
        title={t("pointer.knob")}
        aria-label={t("pointer.knob")}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          followPress(surface, event.nativeEvent, dragArrow(scene, arrowFrom(symbol)));
        }}
        onClick={() => appendTo(scene, symbol, nodeKindViews.activity)}
      >
        <PlusIcon />
      </button>
    </OnForm>
  );
}
