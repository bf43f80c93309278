import type { Locator, Page } from "playwright-core";

/** What a drafter does in the editor, by the Indonesian words that stand on it. */
export class DrawingBoard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get panel(): Locator {
    return this.#page.getByRole("complementary", { name: "Isian formulir" });
  }

  get saveState(): Locator {
    return this.#page.getByTestId("save-state");
  }

  /** Presses a row's text on the form; the panel then holds that row. */
  async selectRow(label: RegExp): Promise<void> {
    const cell = this.#page.getByRole("gridcell", { name: label });
    await cell.and(this.#page.locator(".cell-activity")).click();
  }

  async selectLane(name: string): Promise<void> {
    await this.#page
      .locator("button.head-cell")
      .filter({ hasText: words(name) })
      .click();
  }

  async addLane(): Promise<void> {
    await this.#page.getByRole("button", { name: "Tambah pelaksana" }).click();
  }

  /** Names the selected lane and binds it to a position, or to "Pemohon". */
  async describeLane(name: string, binding: string | null): Promise<void> {
    await this.panel.getByLabel("Nama pelaksana").fill(name);
    if (binding !== null) await this.choose("Dikerjakan oleh", binding);
  }

  /** A new step under the selected row; it is selected then. */
  async addStep(kind: string, text: string): Promise<void> {
    await this.#page.getByRole("button", { name: "Tambah langkah" }).click();
    await this.#page.getByRole("menuitem", { name: new RegExp(`^${kind}`) }).click();
    await this.panel.getByLabel("Kegiatan", { exact: true }).fill(text);
  }

  /** An activity's lanes are ticked; the other kinds stand in one. */
  async placeActivityIn(lane: string): Promise<void> {
    const lanes = this.panel.getByRole("group", { name: "Pelaksana" }).getByRole("checkbox");
    // Ticked first and the others after, as a step that stands nowhere loses its box.
    for (const wanted of [true, false]) {
      for (const box of await lanes.all()) {
        const name = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText);
        if ((name === lane) === wanted) await box.setChecked(wanted);
      }
    }
  }

  async giveTime(value: string, unit: string): Promise<void> {
    await this.panel.getByLabel("Waktu baku").fill(value);
    await this.choose("Satuan waktu", unit);
  }

  async giveOutput(name: string): Promise<void> {
    await this.panel.getByLabel("Output baru").fill(name);
    await this.panel.getByLabel("Output baru").press("Enter");
    await this.panel.getByLabel("Nama output 1").waitFor();
  }

  /** Picks an option of one of the panel's lists. */
  async choose(label: string, option: string): Promise<void> {
    await this.panel.getByRole("combobox", { name: label, exact: true }).click();
    await this.#page.getByRole("option", { name: option, exact: true }).click();
  }

  /** Waits until the server has all of it. */
  async saved(): Promise<void> {
    await this.#page.locator('[data-testid="save-state"][data-state="saved"]').waitFor();
  }
}

/** The form breaks a heading into lines, each an element of its own. */
function words(text: string): RegExp {
  return new RegExp(`^${text.split(" ").join("\\s*")}`);
}
