import type { Locator, Page } from "playwright-core";

interface Point {
  readonly x: number;
  readonly y: number;
}

const insertLabel = "Sisipkan langkah di panah ini";

/** What a drafter does on the form with the mouse alone; only names are typed. */
export class PointerBoard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  symbol(node: string, lane: string): Locator {
    return this.#page.getByTestId(`symbol-${node}-${lane}`);
  }

  /** Adds a lane at the heading and types its name there. */
  async addLane(name: string): Promise<void> {
    await this.#page.locator(".lane-add").click();
    await this.#nameLane(name);
  }

  async renameLane(key: string, name: string): Promise<void> {
    await this.#page.getByTestId(`lane-${key}`).dblclick();
    await this.#nameLane(name);
  }

  async #nameLane(name: string): Promise<void> {
    const field = this.#page.locator("textarea.lane-name");
    await field.fill(name);
    await field.press("Enter");
    await field.waitFor({ state: "detached" });
  }

  /** Presses a symbol and one of the kinds under it. */
  async append(after: Locator, kind: string): Promise<void> {
    await after.click();
    await this.#page.getByRole("button", { name: `Lanjut: ${kind}` }).click();
  }

  /** A symbol to the middle of a lane, at the height of another row's symbol or under it. */
  async drag(symbol: Locator, to: Point, keys: readonly string[] = []): Promise<void> {
    await this.#hold(await middleOf(symbol), to);
    for (const key of keys) await this.#page.keyboard.down(key);
    await this.#page.mouse.move(to.x + 1, to.y);
    await this.#page.mouse.up();
    for (const key of keys) await this.#page.keyboard.up(key);
    await this.#page.locator(".drag-ghost").waitFor({ state: "detached" });
  }

  /** The end of an arrow to a symbol. */
  async leadArrow(edge: string, to: Locator): Promise<void> {
    await this.pressArrow(edge);
    await this.#hold(await middleOf(this.#page.locator(".arrow-end")), await middleOf(to));
    await this.#page.mouse.up();
    await this.#page.locator(".arrow-ghost").waitFor({ state: "detached" });
  }

  /** Selects an arrow by the sign in its middle. */
  async pressArrow(edge: string): Promise<void> {
    const { x, y } = await this.#middleOfArrow(edge);
    await this.#page.mouse.move(x, y);
    await this.#page.getByRole("button", { name: insertLabel }).click();
    await this.#page.getByRole("menu").waitFor();
    await this.#page.keyboard.press("Escape");
    await this.#page.getByRole("menu").waitFor({ state: "detached" });
  }

  async insertOn(edge: string, kind: string): Promise<void> {
    const { x, y } = await this.#middleOfArrow(edge);
    await this.#page.mouse.move(x, y);
    await this.#page.getByRole("button", { name: insertLabel }).click();
    await this.#page.getByRole("menuitem", { name: kind }).click();
  }

  /** A lane's heading over another one's. */
  async dragLane(key: string, to: Point): Promise<void> {
    await this.#hold(await middleOf(this.#page.getByTestId(`lane-${key}`)), to);
    await this.#page.mouse.up();
    await this.#page.locator(".drag-ghost").waitFor({ state: "detached" });
  }

  async middleOfLane(key: string): Promise<Point> {
    return await middleOf(this.#page.getByTestId(`lane-${key}`));
  }

  async #hold(from: Point, to: Point): Promise<void> {
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 7, from.y + 7, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 6 });
  }

  /** The middle of the arrow's longest piece, on the screen. */
  async #middleOfArrow(edge: string): Promise<Point> {
    return await this.#page
      .getByTestId(`edge-${edge}`)
      .locator("path")
      .evaluate((path: SVGPathElement) => {
        const corners = (path.getAttribute("d") ?? "")
          .split(/[ML]/)
          .slice(1)
          .map((corner) => corner.split(" ").map(Number) as [number, number]);
        let longest = { length: -1, x: 0, y: 0 };
        corners.slice(1).forEach(([x, y], at) => {
          const [fromX, fromY] = corners[at]!;
          const length = Math.abs(x - fromX) + Math.abs(y - fromY);
          if (length > longest.length) longest = { length, x: (x + fromX) / 2, y: (y + fromY) / 2 };
        });
        const screen = new DOMPoint(longest.x, longest.y).matrixTransform(path.getScreenCTM()!);
        return { x: screen.x, y: screen.y };
      });
  }
}

export async function middleOf(place: Locator): Promise<Point> {
  const box = await place.boundingBox();
  if (box === null) throw new Error("It is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
