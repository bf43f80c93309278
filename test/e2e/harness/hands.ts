import type { Locator, Page } from "playwright-core";
import { middleOf } from "./pointer-board.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a person's hands did. Shift and Ctrl are part of the key that they are held for. */
export interface HandCount {
  readonly clicks: number;
  readonly drags: number;
  /** Named keys: Tab, Enter, an arrow, Ctrl+Enter. */
  readonly keys: number;
  /** Letters of the texts themselves. */
  readonly characters: number;
}

const nothing: HandCount = { clicks: 0, drags: 0, keys: 0, characters: 0 };

/** Mouse and keyboard on one page, counted. */
export class Hands {
  #count = nothing;

  constructor(readonly page: Page) {}

  /** What was done since the last time this was asked. */
  takeCount(): HandCount {
    const count = this.#count;
    this.#count = nothing;
    return count;
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.#add("clicks", 1);
  }

  async doubleClick(target: Locator): Promise<void> {
    await target.dblclick();
    this.#add("clicks", 2);
  }

  /** `Tab`, `Control+Enter`: as playwright names keys. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.#add("keys", keys.length);
  }

  /** The first letters one by one, as these open cells; a long rest at once, to save time. */
  async type(text: string): Promise<void> {
    const letters = [...text];
    const end = letters.length > 12 ? 4 : letters.length;
    await this.page.keyboard.type(letters.slice(0, end).join(""));
    if (end < letters.length) await this.page.keyboard.insertText(letters.slice(end).join(""));
    this.#add("characters", letters.length);
  }

  /** Over the whole text of a field. */
  async typeInto(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await this.press("Control+a");
    if (text === "") await this.press("Delete");
    else await this.type(text);
  }

  /** Takes hold of a thing in its middle and lets go at `to`. */
  async drag(from: Locator, to: Point): Promise<void> {
    const start = await middleOf(from);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 7, start.y + 7, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
    this.#add("drags", 1);
  }

  async clickAt({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
    this.#add("clicks", 1);
  }

  #add(what: keyof HandCount, many: number): void {
    this.#count = { ...this.#count, [what]: this.#count[what] + many };
  }
}

/** "26 clicks, 7 drags, 16 keys, 116 characters", without what is none. */
export const handCountText = (count: HandCount): string =>
  (["clicks", "drags", "keys", "characters"] as const)
    .filter((what) => count[what] > 0)
    .map((what) => `${count[what]} ${what}`)
    .join(", ");
