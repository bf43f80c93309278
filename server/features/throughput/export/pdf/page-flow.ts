import type { Drawing, Shape } from "../../../../../domain/index.js";
import { colours, lineThrough, paragraph, sheet } from "./sheet.js";

/** Puts one thing under the other, and begins a page where the next does not fit any more. */
export class PageFlow {
  readonly #pages: Shape[][] = [[]];
  #y: number = sheet.top;

  /** Where the next thing begins. */
  get y(): number {
    return this.#y;
  }

  /** Begins a page unless this one still has so much room. */
  need(height: number): void {
    if (this.#y + height <= sheet.bottom || this.#y === sheet.top) return;
    this.newPage();
  }

  newPage(): void {
    this.#pages.push([]);
    this.#y = sheet.top;
  }

  /** Whether so much still fits on this page. */
  fits(height: number): boolean {
    return this.#y + height <= sheet.bottom;
  }

  add(...shapes: readonly Shape[]): void {
    this.#pages.at(-1)!.push(...shapes);
  }

  down(height: number): void {
    this.#y += height;
  }

  /** The pages, each with a line at its foot: on the left what `left` says, on the right its number. */
  finished(left: string, numbered: (page: number, of: number) => string): readonly Drawing[] {
    const { width, height, left: x, right, bottom, room } = sheet;
    const look = { size: 9, color: colours.faint } as const;
    return this.#pages.map((shapes, at) => ({
      width,
      height,
      shapes: [
        ...shapes,
        lineThrough(
          [
            { x, y: bottom + 14 },
            { x: right, y: bottom + 14 },
          ],
          {
            stroke: colours.line,
          },
        ),
        ...paragraph(left, { x, y: bottom + 19, width: room * 0.75 }, look).slice(0, 1),
        ...paragraph(
          numbered(at + 1, this.#pages.length),
          { x: x + room * 0.75, y: bottom + 19, width: room * 0.25 },
          { ...look, anchor: "end" },
        ),
      ],
    }));
  }
}
