import { useEffect, useRef } from "react";
import { useForm } from "../canvas/form-context.js";
import { useZoom } from "../canvas/use-zoom.js";
import { useView } from "../editor-context.js";

/** Looks at the form as a command asked for. */
export function useZoomRequests(): void {
  const zoomTo = useZoom(useForm());
  const request = useView((view) => view.zoom);
  const done = useRef(request);
  useEffect(() => {
    if (request === null || request === done.current) return;
    done.current = request;
    zoomTo(request.way);
  }, [request, zoomTo]);
}
