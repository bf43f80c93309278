import { describe, expect, it } from "vitest";
import { randomSop } from "../../test/layout/random-sop.js";
import { sketchGraph } from "../../test/layout/sketch-graph.js";
import type { Graph } from "../sop/graph.js";
import type { Box, FormPage, PagedForm, Point } from "./form-layout.js";
import { layout } from "./layout.js";
import { defaultMetrics, type Metrics } from "./metrics.js";
import { paginate } from "./paginate.js";

const { page: paper, cellPadding, lineHeight } = defaultMetrics;

const pagesOf = (graph: Graph, metrics: Metrics): PagedForm =>
  paginate(layout(graph, metrics), metrics);

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether two orthogonal lines share more than a point of their ends. */
function linesMeet(a: readonly Point[], b: readonly Point[]): boolean {
  const boxes = (points: readonly Point[]): Box[] =>
    points.slice(1).map((to, i) => {
      const from = points[i]!;
      const x = Math.min(from.x, to.x) - 0.5;
      const y = Math.min(from.y, to.y) - 0.5;
      return { x, y, width: Math.abs(to.x - from.x) + 1, height: Math.abs(to.y - from.y) + 1 };
    });
  return boxes(a).some((one) => boxes(b).some((other) => meet(one, other)));
}

/** What must hold of the pages of every form. */
function checkPages(form: PagedForm): void {
  form.pages.forEach((page, at) => {
    const height = form.header.height + page.above + page.height + page.below;
    expect(height * form.pageScale).toBeLessThanOrEqual(paper.height + 0.001);
    expect(form.width * form.pageScale).toBeLessThanOrEqual(paper.width + 0.001);
    const next = form.pages[at + 1];
    expect(page.continues).toBe(next?.resumes ?? false);
    if (next !== undefined) {
      expect(next.y).toBeCloseTo(page.y + page.height);
      expect(next.firstRow).toBe(page.endRow - (page.continues ? 1 : 0));
      checkMatched(page, next);
    }
    checkLinks(form, page);
    checkCut(form, page);
  });
  if (form.rows.length > 0) {
    expect(form.pages[0]).toMatchObject({ firstRow: 0, resumes: false });
    expect(form.pages.at(-1)).toMatchObject({ endRow: form.rows.length, continues: false });
  }
}

/** Every pentagon at a page's lower end has its like at the upper end of the next one. */
function checkMatched(page: FormPage, next: FormPage): void {
  const ends = page.links.filter((link) => link.at === "bottom");
  const starts = next.links.filter((link) => link.at === "top");
  const turned = { out: "in", in: "out" } as const;
  expect(starts.map(({ edge, letter, x, direction }) => [edge, letter, x, direction])).toEqual(
    ends.map(({ edge, letter, x, direction }) => [edge, letter, x, turned[direction]]),
  );
}

function checkLinks(form: PagedForm, page: FormPage): void {
  for (const [i, link] of page.links.entries()) {
    const { box, lead, at, x } = link;
    const end = at === "top" ? page.y : page.y + page.height;
    const room = at === "top" ? page.y - page.above : end;
    const height = at === "top" ? page.above : page.below;
    expect(box.x).toBeGreaterThanOrEqual(-0.001);
    expect(box.x + box.width).toBeLessThanOrEqual(form.width + 0.001);
    expect(box.y).toBeGreaterThanOrEqual(room - 0.001);
    expect(box.y + box.height).toBeLessThanOrEqual(room + height + 0.001);
    expect(lead[0]).toEqual({ x, y: end });
    expect(lead.at(-1)!.y).toBeCloseTo(at === "top" ? box.y + box.height : box.y);
    expect(lead.at(-1)!.x).toBeCloseTo(box.x + box.width / 2);
    for (const other of page.links.slice(i + 1)) {
      if (other.at !== at) continue;
      expect(meet(box, other.box)).toBe(false);
      expect(linesMeet(lead, other.lead)).toBe(false);
    }
  }
}

/** Where a page ends inside a row, no line of text and no symbol is cut. */
function checkCut(form: PagedForm, page: FormPage): void {
  if (!page.continues) return;
  const row = form.rows[page.endRow - 1]!;
  const end = page.y + page.height;
  const lines = (end - row.y - cellPadding) / lineHeight.cell;
  expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.001);
  for (const { y, height } of form.symbols) expect(y < end && y + height > end).toBe(false);
}

const withText = (graph: Graph, at: number, text: string): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node, i) => (i === at ? { ...node, text } : node)),
});

describe("pages", () => {
  const rows = Array.from({ length: 40 }, (_, at) => `n${at} activity a`);
  const edges = rows.slice(1).map((_, at) => `n${at}>n${at + 1}`);

  it("hold whole rows, and letter the arrows that they cut alike on both sides", () => {
    const form = pagesOf(sketchGraph("a", rows, [...edges, "n39>n0"].join(" ")), defaultMetrics);
    checkPages(form);
    expect(form.pages.length).toBeGreaterThan(2);
    for (const page of form.pages.slice(1)) {
      expect(page.resumes).toBe(false);
      expect(page.links.filter(({ at }) => at === "top")).toHaveLength(2);
    }
    const letters = new Map<string, Set<string>>();
    for (const { edge, letter } of form.pages.flatMap(({ links }) => links)) {
      letters.set(letter, (letters.get(letter) ?? new Set()).add(edge));
    }
    for (const owners of letters.values()) expect(owners.size).toBe(1);
  });

  it("stand pentagons apart where many arrows cross a break side by side", () => {
    const skips = Array.from({ length: 9 }, (_, at) => `n${at}>n${39 - at}`);
    const form = pagesOf(sketchGraph("a b", rows, [...edges, ...skips].join(" ")), defaultMetrics);
    checkPages(form);
    const most = Math.max(...form.pages.map(({ links }) => links.length));
    expect(most).toBeGreaterThan(12);
    const xs = form.pages[1]!.links.filter(({ at }) => at === "top").map(({ x }) => x);
    const nearest = Math.min(...xs.slice(1).map((x, at) => x - xs[at]!));
    expect(nearest).toBeLessThan(16);
  });

  it("go on with a row that is higher than a page, and cut no line of it", () => {
    const graph = sketchGraph("a b", ["x activity a", "y activity b", "z end a"], "x>y y>z");
    const words = Array.from({ length: 500 }, (_, at) => `kata${at}`).join(" ");
    const form = pagesOf(withText(graph, 1, words), defaultMetrics);
    checkPages(form);
    const [, tall] = form.rows;
    expect(tall!.height).toBeGreaterThan(paper.height);
    const parts = form.pages.filter((page) => page.resumes || page.continues);
    expect(parts.length).toBeGreaterThan(2);
    // Each line of the text stands on exactly one page.
    const count = tall!.cells[0]!.lines.length;
    const tops = Array.from(
      { length: count },
      (_, line) => tall!.y + cellPadding + line * lineHeight.cell,
    );
    const shown = form.pages.map(({ y, height }) =>
      tops.filter((top) => top >= y - 0.01 && top + lineHeight.cell <= y + height + 0.01),
    );
    expect(shown.flat()).toHaveLength(count);
  });

  it("begin a high row where room is left, and not on a page of its own", () => {
    const graph = sketchGraph("a", ["x activity a", "y activity a", "z end a"], "x>y y>z");
    const form = pagesOf(withText(graph, 1, "kata ".repeat(700)), defaultMetrics);
    checkPages(form);
    expect(form.pages[0]).toMatchObject({ firstRow: 0, endRow: 2, continues: true });
  });

  it("get on with headings that are higher than a page", () => {
    const graph = sketchGraph("a b", rows.slice(0, 10), edges.slice(0, 9).join(" "));
    const lanes = graph.lanes.map((lane) => ({ ...lane, name: "jabatan ".repeat(400) }));
    const form = pagesOf({ ...graph, lanes }, defaultMetrics);
    checkPages(form);
    expect(form.pageScale).toBeLessThan(0.2);
  });

  it("hold for random SOPs", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const graph = randomSop(seed, 20 + (seed % 41));
      const tall = withText(graph, seed % graph.nodes.length, "teks panjang ".repeat(seed * 8));
      checkPages(pagesOf(tall, defaultMetrics));
    }
  });
});

describe("wide forms", () => {
  const lanes = (count: number): string[] => Array.from({ length: count }, (_, at) => `l${at}`);
  const chain = (count: number): Graph => {
    const names = lanes(count);
    const nodes = Array.from({ length: 12 }, (_, at) => `n${at} activity ${names[at % count]}`);
    const steps = nodes.slice(1).map((_, at) => `n${at}>n${at + 1}`);
    return sketchGraph(names.join(" "), nodes, steps.join(" "));
  };

  it("keep their full widths where the page has room", () => {
    const form = pagesOf(chain(3), defaultMetrics);
    expect(form.pageScale).toBe(1);
    const widths = form.columns.map(({ role, width }) => [role, width]);
    for (const [role, width] of widths) {
      expect(width).toBe(defaultMetrics.columns[role as keyof typeof defaultMetrics.columns]);
    }
  });

  it("are narrowed to the page with eight lanes, before they are scaled", () => {
    const form = pagesOf(chain(8), defaultMetrics);
    expect(form.width).toBeLessThan(8 * 88 + 670);
    // 12 px at this scale is more than 8 points on paper.
    expect(form.pageScale).toBeGreaterThan(0.93);
    const seven = pagesOf(chain(7), defaultMetrics);
    expect(seven.pageScale).toBe(1);
    expect(seven.width).toBeGreaterThan(paper.width - 40);
  });

  it("never break a word to become narrower", () => {
    const graph = chain(9);
    const remarks = "Pertanggungjawaban";
    const nodes = graph.nodes.map((node) => ({ ...node, remarks }));
    const form = pagesOf({ ...graph, nodes }, defaultMetrics);
    for (const { cells } of form.rows) {
      expect(cells.find(({ role }) => role === "remarks")!.lines.length).toBeLessThanOrEqual(2);
    }
    const column = form.columns.find(({ role }) => role === "remarks")!;
    expect(column.width).toBe(defaultMetrics.columns.remarks);
  });
});
