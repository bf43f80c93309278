import { Panel, useStore } from "@xyflow/react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormLayout } from "../../../domain/index.js";
import { FitIcon, MapIcon, MinusIcon, PlusIcon } from "../../app/icons.js";
import { FormMap } from "./form-map.js";
import { useZoom } from "./use-zoom.js";
import { useIsFar } from "./use-visible-band.js";
import type { ViewSize } from "./viewport-of.js";

/** px of the window: a narrower view has no room for a map. */
const leastForMap = 640;
/** How many views high a form is that shows its map without being asked. */
const longForm = 3;

/** Nearer, further, the whole form, and a map of it. */
export function FormControls(props: { form: FormLayout; zoom: number; size: ViewSize }) {
  const { t } = useTranslation();
  const { form, zoom, size } = props;
  const zoomTo = useZoom(form);
  const isLeast = useStore(({ transform, minZoom }) => transform[2] <= minZoom);
  const isMost = useStore(({ transform, maxZoom }) => transform[2] >= maxZoom);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const hasRoom = size.width >= leastForMap && size.height >= 320;
  const isLong = form.height * zoom > longForm * size.height;
  const isFar = useIsFar();
  const isShown = hasRoom && !isFar && (wanted ?? isLong);
  return (
    <>
      {isShown && (
        <Panel position="bottom-right" className="form-map-place">
          <FormMap form={form} size={size} />
        </Panel>
      )}
      <Panel position="bottom-right" className="form-controls">
        <div className="control-buttons" role="toolbar" aria-label={t("pointer.zoomTools")}>
          <Control label={t("pointer.zoomIn")} disabled={isMost} onPress={() => zoomTo("in")}>
            <PlusIcon />
          </Control>
          <Control label={t("pointer.zoomOut")} disabled={isLeast} onPress={() => zoomTo("out")}>
            <MinusIcon />
          </Control>
          <Control label={t("pointer.zoomFit")} onPress={() => zoomTo("whole")}>
            <FitIcon />
          </Control>
          {hasRoom && !isFar && (
            <Control
              label={isShown ? t("pointer.mapHide") : t("pointer.mapShow")}
              onPress={() => setWanted(!isShown)}
            >
              <MapIcon />
            </Control>
          )}
        </div>
      </Panel>
    </>
  );
}

function Control(props: {
  label: string;
  disabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="control-button"
      title={props.label}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
