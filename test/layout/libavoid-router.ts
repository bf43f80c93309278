import { AvoidLib } from "libavoid-js";
import type { FormLayout, FormPath, Point } from "../../domain/layout/form-layout.js";
import { nearestSymbols } from "./nearest-symbols.js";

type RouteForm = (form: FormLayout) => FormLayout;

/**
 * The same form with its arrows as libavoid draws them, a general library for orthogonal routes:
 * out of a symbol at its bottom or sides, into one at its top or sides.
 */
export async function loadLibavoidRouter(): Promise<RouteForm> {
  await AvoidLib.load();
  const avoid = AvoidLib.getInstance();
  const outPin = 1;
  const inPin = 2;
  return (form) => {
    const router = new avoid.Router(avoid.OrthogonalRouting);
    router.setRoutingParameter(avoid.segmentPenalty, 50);
    router.setRoutingParameter(avoid.crossingPenalty, 200);
    router.setRoutingParameter(avoid.shapeBufferDistance, 5);
    router.setRoutingParameter(avoid.idealNudgingDistance, 6);
    router.setRoutingOption(avoid.nudgeOrthogonalSegmentsConnectedToShapes, true);
    router.setRoutingOption(avoid.nudgeSharedPathsWithCommonEndPoint, true);
    const shapes = new Map(
      form.symbols.map((symbol) => {
        const from = new avoid.Point(symbol.x, symbol.y);
        const to = new avoid.Point(symbol.x + symbol.width, symbol.y + symbol.height);
        const shape = new avoid.ShapeRef(router, new avoid.Rectangle(from, to));
        const pin = (id: number, x: number, y: number, side: number): void => {
          new avoid.ShapeConnectionPin(shape, id, x, y, true, 0, side).setExclusive(false);
        };
        pin(outPin, 0.5, 1, avoid.ConnDirDown);
        pin(inPin, 0.5, 0, avoid.ConnDirUp);
        for (const id of [outPin, inPin]) {
          pin(id, 0, 0.5, avoid.ConnDirLeft);
          pin(id, 1, 0.5, avoid.ConnDirRight);
        }
        return [symbol, shape];
      }),
    );
    const routed = form.paths.map((path) => {
      const { source, target } = nearestSymbols(form, path);
      const from = new avoid.ConnEnd(shapes.get(source)!, outPin);
      const to = new avoid.ConnEnd(shapes.get(target)!, inPin);
      return { path, connector: new avoid.ConnRef(router, from, to) };
    });
    router.processTransaction();
    const paths = routed.map(({ path, connector }): FormPath => {
      const route = connector.displayRoute();
      const points = Array.from({ length: route.size() }, (_, i): Point => {
        const { x, y } = route.get_ps(i);
        return { x, y };
      });
      return { ...path, points, label: null };
    });
    avoid.destroy(router);
    return { ...form, paths };
  };
}
