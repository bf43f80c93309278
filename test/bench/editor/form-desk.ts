import type { CDPSession, Page } from "playwright-core";
import { installRecorder, startFrames, takeRecorded } from "./frame-recorder.js";

/** How one drag went, in ms. */
export interface DragRun {
  /** Each frame in which the pointer had moved. */
  readonly frames: readonly number[];
  /** What the page's main thread worked for one move of the pointer. */
  readonly workPerMove: number;
}

const moves = 90;
const settle = 400;

/** One draft in a tab of its own, and what the benchmark does on it. */
export class FormDesk {
  private constructor(
    readonly page: Page,
    readonly nodes: number,
    readonly cdp: CDPSession,
  ) {}

  static async open(page: Page, path: string, nodes: number): Promise<FormDesk> {
    await page.goto(path);
    await page.locator(".form-row").first().waitFor({ timeout: 60_000 });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    await installRecorder(page);
    return new FormDesk(page, nodes, cdp);
  }

  /** The whole form in the view. */
  async fit(): Promise<void> {
    await this.page.getByRole("button", { name: "Seluruh formulir" }).click();
    await this.page.locator(".form-overview").waitFor();
    await this.page.waitForTimeout(settle);
  }

  /** The size at which it is read, some rows down. */
  async zoomIn(): Promise<void> {
    await this.#focusForm();
    await this.page.keyboard.press("Control+1");
    await this.page.locator(".form-overview").waitFor({ state: "detached" });
    await this.page.waitForTimeout(settle);
    await this.page.mouse.wheel(0, 1200);
    await this.page.waitForTimeout(settle);
  }

  /** Takes hold of a symbol and moves it about over the form; nothing comes of it. */
  async drag(): Promise<DragRun> {
    const { page } = this;
    const from = await this.#symbol();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
    await page.locator(".drag-ghost").waitFor();
    const worked = await this.#taskMs();
    await startFrames(page);
    for (let move = 0; move < moves; move++) {
      const turn = (move / moves) * Math.PI * 4;
      await page.mouse.move(from.x + 90 * Math.sin(turn), from.y + 110 * Math.sin(turn * 1.5));
    }
    const { frames } = await takeRecorded(page);
    const workPerMove = ((await this.#taskMs()) - worked) / moves;
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.locator(".drag-ghost").waitFor({ state: "detached" });
    return { frames, workPerMove };
  }

  /** Types into a step's text on the form; ms from each key's press to its frame. */
  async type(text: string): Promise<readonly number[]> {
    const { page } = this;
    await this.#focusForm();
    // The texts are left of the lanes.
    await page.mouse.wheel(-4000, 0);
    await page.waitForTimeout(settle);
    const cell = await this.#visible(".form-cell.cell-activity");
    await page.mouse.click(cell.x, cell.y);
    await page.locator(".form-cell.cell-activity[data-active]").waitFor();
    await page.waitForTimeout(settle);
    await page.keyboard.press("F2");
    await page.locator(".form-canvas textarea").waitFor();
    await takeRecorded(page);
    for (const letter of text) {
      await page.keyboard.type(letter);
      await page.waitForTimeout(25);
    }
    await page.waitForTimeout(settle);
    const { keys } = await takeRecorded(page);
    await page.keyboard.press("Escape");
    return keys;
  }

  async #taskMs(): Promise<number> {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  }

  async #focusForm(): Promise<void> {
    const { x, y } = await this.#middle();
    await this.page.mouse.move(x, y);
  }

  /** A symbol near the middle of the view. */
  async #symbol(): Promise<{ x: number; y: number }> {
    if ((await this.page.locator(".form-overview").count()) > 0) return await this.#farSymbol();
    return await this.#visible(".react-flow__node .symbol");
  }

  /** From afar all symbols are one stroke, each beginning somewhere on its own outline. */
  async #farSymbol(): Promise<{ x: number; y: number }> {
    const middle = await this.#middle();
    const nearest = await this.page
      .locator("path.overview-symbols")
      .evaluate((stroke, { x, y }) => {
        const toScreen = (stroke as SVGPathElement).getScreenCTM()!;
        const outlines = stroke.getAttribute("d")!.matchAll(/M(\S+) ([\d.-]+)/g);
        const places = [...outlines].map(([, left, top]) =>
          new DOMPoint(Number(left), Number(top)).matrixTransform(toScreen),
        );
        const away = (place: DOMPoint) => Math.hypot(place.x - x, place.y - y);
        const found = places.sort((a, b) => away(a) - away(b))[0];
        return found && { x: found.x, y: found.y };
      }, middle);
    if (nearest === undefined) throw new Error("The form has no symbol");
    return nearest;
  }

  async #middle(): Promise<{ x: number; y: number }> {
    const view = await this.page.locator(".form-canvas").boundingBox();
    if (view === null) throw new Error("No form is shown");
    return { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  }

  async #visible(selector: string): Promise<{ x: number; y: number }> {
    const { x, y } = await this.#middle();
    const nearest = await this.page.locator(selector).evaluateAll(
      (elements, middle) => {
        const places = elements.flatMap((element) => {
          const box = element.getBoundingClientRect();
          const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          // The tools of the selected step may lie on it.
          const top = document.elementFromPoint(place.x, place.y);
          return element.contains(top) ? [place] : [];
        });
        const away = (place: { x: number; y: number }) =>
          Math.hypot(place.x - middle.x, place.y - middle.y);
        return places.sort((a, b) => away(a) - away(b))[0];
      },
      { x, y },
    );
    if (nearest === undefined) throw new Error(`Nothing in view is ${selector}`);
    return nearest;
  }
}
