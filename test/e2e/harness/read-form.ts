import type { Page } from "playwright-core";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The form as it stands on the screen; every measure is in CSS pixels of the window. */
export interface SeenForm {
  /** Texts by the column's role: number, activity, requirements, time, output, remarks. */
  readonly rows: readonly {
    readonly node: string;
    readonly box: Box;
    readonly cells: Readonly<Record<string, string>>;
    readonly flag: string | null;
  }[];
  readonly headings: readonly { readonly text: string; readonly box: Box }[];
  readonly symbols: readonly { readonly node: string; readonly lane: string; readonly box: Box }[];
  readonly arrows: readonly {
    readonly edge: string;
    readonly from: Point;
    readonly to: Point;
    readonly label: string;
  }[];
}

/** Reads what is drawn, from the elements' places on the screen and not from the data behind. */
export function readForm(page: Page): Promise<SeenForm> {
  return page.locator(".form-canvas").evaluate((canvas) => {
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const textOf = (element: Element) =>
      [...element.querySelectorAll(":scope > div, tspan")]
        .map((line) => line.textContent?.trim())
        .join(" ");
    const all = (selector: string) => [...canvas.querySelectorAll(selector)];
    const idOf = (element: Element, prefix: string) =>
      (element.getAttribute("data-testid") ?? "").slice(prefix.length);
    return {
      rows: all(".form-row").map((row) => ({
        node: idOf(row, "row-"),
        box: boxOf(row),
        cells: Object.fromEntries(
          [...row.querySelectorAll(".form-cell")].map((cell) => [
            /cell-(\w+)/.exec(cell.className)?.[1] ?? "",
            textOf(cell),
          ]),
        ),
        flag: row.querySelector(".row-flag")?.getAttribute("data-flag") ?? null,
      })),
      headings: all(".head-cell").map((cell) => ({
        text: textOf(cell) || (cell.textContent ?? ""),
        box: boxOf(cell),
      })),
      symbols: all('[data-testid^="symbol-"]').map((symbol) => {
        const [node = "", ...lane] = idOf(symbol, "symbol-").split("-");
        return { node, lane: lane.join("-"), box: boxOf(symbol) };
      }),
      arrows: all('[data-testid^="edge-"]').map((group) => {
        const path = group.querySelector("path") as SVGPathElement;
        const toScreen = path.getScreenCTM()!;
        const at = (length: number) => {
          const { x, y } = path.getPointAtLength(length).matrixTransform(toScreen);
          return { x, y };
        };
        return {
          edge: idOf(group, "edge-"),
          from: at(0),
          to: at(path.getTotalLength()),
          label: textOf(group.querySelector("text") ?? group),
        };
      }),
    };
  });
}

/** Whether `point` lies on the border of `box`, within `tolerance` pixels. */
export function touches(box: Box, point: Point, tolerance = 3): boolean {
  const dx = Math.max(box.left - point.x, 0, point.x - box.right);
  const dy = Math.max(box.top - point.y, 0, point.y - box.bottom);
  const depth = Math.min(
    point.x - box.left,
    box.right - point.x,
    point.y - box.top,
    box.bottom - point.y,
  );
  return Math.hypot(dx, dy) <= tolerance && depth <= tolerance;
}
