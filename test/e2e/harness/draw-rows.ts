import { kindOf, rightColumns, type Graph, type GraphNode } from "../../../domain/index.js";
import type { SopDocument, StandardTime } from "../../../domain/index.js";
import type { Hands } from "./hands.js";

type RightColumn = (typeof rightColumns)[number];

/** What is typed behind "/" for a step that is no plain activity. */
const kindWords: Readonly<Partial<Record<GraphNode["kind"], string>>> = {
  decision: "keputusan",
  fork: "bersamaan",
  join: "menunggu",
};

/**
 * Types the rows of a form that has its lanes, from the start to the end, and then where the arrows
 * go that do not lead to the next row. Parts and work of a capsule are set in the panel beside.
 */
export class RowDrawing {
  readonly #hands: Hands;
  readonly #graph: Graph;
  readonly #right: readonly RightColumn[];
  /** Names of outputs that stand on the form by now. */
  readonly #made = new Set<string>();

  constructor(hands: Hands, { graph, columns }: SopDocument) {
    this.#hands = hands;
    this.#graph = graph;
    this.#right = columns?.right.map(({ column }) => column) ?? rightColumns;
  }

  async draw(): Promise<void> {
    const { nodes } = this.#graph;
    const [start, ...rest] = nodes;
    const end = rest.pop();
    if (start === undefined || end === undefined) throw new Error("No start, or no end");
    await this.#capsule(start, 0);
    // Enter, or Tab behind the last column, has made the next step; under a bar one asks for it.
    await this.#hands.press(start.work ? "Tab" : "Enter");
    for (const [index, node] of rest.entries()) {
      await this.#fieldOf("Kegiatan");
      await this.#step(node);
      if (index < rest.length - 1) {
        await this.#hands.press(kindOf(node).standsInRow ? "Tab" : "Control+Enter");
      }
    }
    await this.#capsule(end, this.#rows().length - 1);
    if (!end.work) await this.#hands.press("Enter");
    for (const node of nodes) await this.#arrows(node);
    for (const node of nodes) await this.#parts(node);
  }

  #rows(): readonly GraphNode[] {
    return this.#graph.nodes.filter((node) => kindOf(node).standsInRow);
  }

  /** The start and the end are there from the beginning. */
  async #capsule(node: GraphNode, row: number): Promise<void> {
    const hands = this.#hands;
    await this.#goToRow(row, node === this.#graph.nodes.at(-1) ? "last" : "first");
    if (node.work) {
      const panel = hands.page.getByRole("complementary", { name: "Isian formulir" });
      await hands.click(panel.getByRole("switch", { name: "Ada pekerjaan di langkah ini" }));
      await this.#goToRow(row, node === this.#graph.nodes.at(-1) ? "last" : "first");
    }
    await hands.type(node.text);
    await this.#lanes(node);
    if (node.work) await this.#standard(node);
  }

  async #step(node: GraphNode): Promise<void> {
    const word = kindWords[node.kind];
    if (word !== undefined) {
      await this.#hands.type(`/${word}`);
      await this.#hands.press("Enter");
    }
    if (!kindOf(node).standsInRow) return;
    await this.#hands.type(node.text);
    await this.#lanes(node);
    await this.#standard(node);
  }

  /** From the activity to the lanes, which are written there by name. */
  async #lanes({ parts }: GraphNode): Promise<void> {
    await this.#hands.press("Tab");
    await this.#hands.type(parts.map(({ lane }) => this.#laneName(lane)).join(", "));
  }

  /** The columns right of the lanes, each after a Tab; the last one stays open. */
  async #standard(node: GraphNode): Promise<void> {
    for (const column of this.#right) {
      await this.#hands.press("Tab");
      await this.#columns[column](node);
    }
  }

  readonly #columns: Readonly<Record<RightColumn, (node: GraphNode) => Promise<void>>> = {
    requirements: async ({ requirements }) => {
      for (const [index, { text }] of requirements.entries()) {
        if (index > 0) await this.#hands.press("Shift+Enter");
        await this.#hands.type(text);
      }
    },
    time: async ({ standardTime }) => {
      if (standardTime !== null) await this.#hands.type(timeWords(standardTime));
    },
    output: async ({ outputs }) => {
      for (const [index, key] of outputs.entries()) {
        if (index > 0) await this.#hands.press("Shift+Enter");
        await this.#output(this.#graph.outputs.find((one) => one.key === key)?.name ?? key);
      }
    },
    remarks: async ({ remarks }) => {
      if (remarks !== null) await this.#hands.type(remarks);
    },
  };

  /** A document that is on the form already is chosen: the same words would make another one. */
  async #output(name: string): Promise<void> {
    const hands = this.#hands;
    const isMade = this.#made.has(name);
    await hands.type(isMade ? name.slice(0, 8) : name);
    this.#made.add(name);
    if (!isMade) return;
    const list = hands.page.getByRole("listbox", { name: "Output" });
    await list.getByText(name, { exact: true }).waitFor();
    const offered = await list.getByRole("option").locator("span:nth-child(2)").allInnerTexts();
    for (let at = -1; at < offered.indexOf(name); at++) await hands.press("ArrowDown");
    await hands.press("Enter");
    await list.waitFor({ state: "detached" });
  }

  /** Where the step leads, where typing alone did not lead it there already. */
  async #arrows(node: GraphNode): Promise<void> {
    const { nodes, edges } = this.#graph;
    const out = edges.filter(({ from }) => from === node.key);
    const next = nodes[nodes.indexOf(node) + 1];
    const isPlain = out.length === 1 && out[0]?.to === next?.key && out[0]?.outcome === null;
    if (out.length === 0 || isPlain) return;
    const hands = this.#hands;
    await this.#goToSymbol(node);
    await hands.press(kindOf(node).standsInRow ? ">" : "Enter");
    const popover = hands.page.getByRole("dialog", { name: "Atur cabang dan tujuan" });
    await popover.locator("input:focus").waitFor();
    for (const { outcome, to } of out) {
      if (outcome !== null) {
        await hands.press("Control+a");
        await hands.type(outcome);
        await hands.press("Enter");
      }
      await hands.press("Control+a");
      await hands.type(this.#targetWords(to));
      await hands.press("Enter");
    }
    if (await popover.isVisible()) await hands.press("Escape");
    await popover.waitFor({ state: "detached" });
  }

  /** A row by its number; what has none by its words, a bar by its kind's. */
  #targetWords(key: string): string {
    const node = this.#node(key);
    const numbered = this.#graph.nodes.filter((one) => kindOf(one).isNumbered(one));
    const number = numbered.indexOf(node) + 1;
    return number > 0 ? String(number) : node.text || (kindWords[node.kind] ?? "");
  }

  /** Each lane's part of a joint step. */
  async #parts(node: GraphNode): Promise<void> {
    const labelled = node.parts.filter(({ label }) => label !== null);
    const isAny = node.parts.length > 1 && node.mode === "ANY";
    if (labelled.length === 0 && !isAny) return;
    const { page } = this.#hands;
    await this.#goToRow(this.#rows().indexOf(node), "first");
    const panel = page.getByRole("complementary", { name: "Isian formulir" });
    for (const { lane, label } of labelled) {
      const field = panel.getByLabel(`Bagian ${this.#laneName(lane)}`, { exact: true });
      await this.#hands.typeInto(field, label ?? "");
    }
    if (isAny) await this.#hands.click(panel.getByText("Cukup salah satu"));
  }

  /** Stands on the symbol of a row; on a bar by following the arrow that leads to it. */
  async #goToSymbol(node: GraphNode): Promise<void> {
    if (kindOf(node).standsInRow) {
      await this.#goToRow(this.#rows().indexOf(node), "first");
      return await this.#hands.press("Tab");
    }
    const before = this.#graph.edges.find(({ to }) => to === node.key);
    if (before === undefined) throw new Error(`Nothing leads to ${node.key}`);
    await this.#goToSymbol(this.#node(before.from));
    await this.#hands.press("Control+ArrowDown");
  }

  /** Stands on the activity of a row, counted from the first or from the last one. */
  async #goToRow(row: number, from: "first" | "last"): Promise<void> {
    const { page } = this.#hands;
    // What is typed is kept by whatever leaves the cell.
    if ((await this.#focused().count()) > 0) await this.#hands.press("Shift+Tab");
    if ((await page.locator("[data-cell]:focus").count()) === 0) {
      await this.#hands.click(page.locator(".form-row .cell-activity").first());
    }
    await this.#hands.press(from === "first" ? "Control+Home" : "Control+End");
    const steps = from === "first" ? row : 0;
    for (let at = 0; at < steps; at++) await this.#hands.press("ArrowDown");
    if (from === "last") await this.#hands.press("Home");
    await this.#hands.press("ArrowRight");
    await page.locator(".cell-activity[data-cell]:focus").waitFor();
  }

  async #fieldOf(label: string): Promise<void> {
    await this.#hands.page.getByRole("textbox", { name: label }).and(this.#focused()).waitFor();
  }

  #focused() {
    return this.#hands.page.locator("textarea.cell-field:focus");
  }

  #laneName(key: string): string {
    return this.#graph.lanes.find((lane) => lane.key === key)?.name ?? key;
  }

  #node(key: string): GraphNode {
    const node = this.#graph.nodes.find((one) => one.key === key);
    if (node === undefined) throw new Error(`No node ${key}`);
    return node;
  }
}

const unitWords: Readonly<Record<StandardTime["unit"], string>> = {
  MINUTE: "menit",
  HOUR: "jam",
  WORKING_DAY: "hari",
  CALENDAR_DAY: "hari kalender",
};

const timeWords = ({ value, unit }: StandardTime): string =>
  `${String(value).replace(".", ",")} ${unitWords[unit]}`;
