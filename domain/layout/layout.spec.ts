import { describe, expect, it } from "vitest";
import { faultless } from "../../test/layout/faultless.js";
import { layoutQuality } from "../../test/layout/layout-quality.js";
import { sketchGraph } from "../../test/layout/sketch-graph.js";
import type { Graph } from "../sop/graph.js";
import type { FormLayout, FormPath, FormSymbol } from "./form-layout.js";
import { layout } from "./layout.js";
import { defaultMetrics } from "./metrics.js";

/** Lays out and checks what must hold of every form. */
function draw(graph: Graph): FormLayout {
  const form = layout(graph, defaultMetrics);
  expect(layoutQuality(form)).toMatchObject(faultless);
  return form;
}

const pathOf = (form: FormLayout, edge: string): FormPath => {
  const path = form.paths.find((candidate) => candidate.edge === edge);
  if (path === undefined) throw new Error(`no path for ${edge}`);
  return path;
};

const symbolOf = (form: FormLayout, node: string): FormSymbol => {
  const symbol = form.symbols.find((candidate) => candidate.node === node);
  if (symbol === undefined) throw new Error(`no symbol for ${node}`);
  return symbol;
};

describe("the form's table", () => {
  it("has the official columns from left to right without gaps", () => {
    const form = draw(sketchGraph("a b", ["x activity a"], ""));
    expect(form.columns.map(({ role, lane }) => lane ?? role)).toEqual([
      "number",
      "activity",
      "a",
      "b",
      "requirements",
      "time",
      "output",
      "remarks",
    ]);
    let x = 0;
    for (const column of form.columns) {
      expect(column.x).toBe(x);
      x += column.width;
    }
    expect(form.width).toBe(x);
    expect(form.header.groups.map(({ title }) => title)).toEqual(["Pelaksana", "Mutu Baku"]);
  });

  it("numbers the working rows only, and keeps the others compact", () => {
    const form = draw(
      sketchGraph("a", ["s start a", "x activity a", "y activity a", "e end! a"], "s>x x>y y>e"),
    );
    expect(form.rows.map(({ number }) => number)).toEqual([null, 1, 2, 3]);
    expect(form.rows[0]!.height).toBeLessThan(form.rows[1]!.height);
    expect(form.rows.at(-1)!.y + form.rows.at(-1)!.height).toBe(form.height);
  });

  it("makes a row as high as its longest text", () => {
    const graph = sketchGraph("a", ["x activity a", "y activity a"], "x>y");
    const [first, second] = graph.nodes;
    const text = "Menelaah permohonan ".repeat(20);
    const form = draw({ ...graph, nodes: [{ ...first!, text }, second!] });
    const lines = form.rows[0]!.cells[0]!.lines;
    expect(lines.length).toBeGreaterThan(8);
    expect(form.rows[0]!.height).toBe(lines.length * 16 + 12);
  });

  it("prints times, requirements and outputs in their cells", () => {
    const graph = sketchGraph("a", ["x activity a"], "");
    const node = {
      ...graph.nodes[0]!,
      requirements: [
        { text: "Surat", output: null },
        { text: "", output: "o" },
      ],
      standardTime: { value: 2400, unit: "MINUTE" as const },
      outputs: ["o", "lost"],
      remarks: "Segera",
    };
    const form = draw({ ...graph, nodes: [node], outputs: [{ key: "o", name: "Berkas" }] });
    const cells = Object.fromEntries(form.rows[0]!.cells.map(({ role, lines }) => [role, lines]));
    expect(cells).toEqual({
      activity: ["x"],
      requirements: ["- Surat", "- Berkas"],
      time: ["2.400 menit"],
      output: ["Berkas"],
      remarks: ["Segera"],
    });
  });
});

describe("the paths", () => {
  it("go straight down within a lane", () => {
    const form = draw(sketchGraph("a b", ["x activity a", "y activity a"], "x>y"));
    const { points, loop } = pathOf(form, "e0");
    expect(points).toHaveLength(2);
    expect(points[0]!.x).toBe(points[1]!.x);
    expect(loop).toBe(false);
  });

  it("bend once into another lane and enter from above", () => {
    const form = draw(sketchGraph("a b", ["x activity a", "y activity b"], "x>y"));
    const { points } = pathOf(form, "e0");
    const target = symbolOf(form, "y");
    expect(points).toHaveLength(3);
    expect(points.at(-1)).toEqual({ x: target.x + target.width / 2, y: target.y });
  });

  it("pass a symbol in their own lane on the way to a later row", () => {
    const form = draw(
      sketchGraph("a", ["x decision a", "y activity a", "z activity a"], "x>y:Ya x>z:Tidak y>z"),
    );
    expect(pathOf(form, "e1").points.length).toBeGreaterThan(2);
    expect(layoutQuality(form).crossings).toBe(0);
  });

  it("loop back in a gutter, never through a lane's middle", () => {
    const form = draw(
      sketchGraph(
        "a b",
        ["s start a", "x activity a", "d decision b", "e end b"],
        "s>x x>d d>e:Ya d>x:Tidak",
      ),
    );
    const loop = pathOf(form, "e3");
    expect(loop.loop).toBe(true);
    expect(loop.label?.text).toBe("Tidak");
    expect(layoutQuality(form).crossings).toBe(0);
  });

  it("return to their own symbol", () => {
    const form = draw(sketchGraph("a", ["d decision a", "e end a"], "d>d:Ulang d>e:Selesai"));
    expect(pathOf(form, "e0").loop).toBe(true);
  });

  it("keep two edges between the same symbols apart", () => {
    const form = draw(sketchGraph("a b", ["d decision a", "x activity b"], "d>x:Ya d>x:Tidak"));
    expect(form.paths).toHaveLength(2);
  });

  it("name five outcomes of one decision without touching one another", () => {
    const form = draw(
      sketchGraph(
        "a b c",
        ["s start b", "d decision b", "x activity a", "y activity b", "z activity c"],
        "s>d d>x:Satu d>y:Dua d>z:Tiga d>s:Empat d>d:Lima",
      ),
    );
    expect(form.paths.filter(({ label }) => label !== null)).toHaveLength(5);
  });
});

describe("joint steps and bars", () => {
  it("join the boxes of a joint step over all lanes with lines", () => {
    const form = draw(
      sketchGraph(
        "a b c d",
        ["x activity a", "j activity a+b+c+d", "k activity a+d", "y activity b"],
        "x>j j>k k>y",
      ),
    );
    expect(form.symbols.filter(({ node }) => node === "j")).toHaveLength(4);
    expect(form.joints.filter(({ node }) => node === "j")).toHaveLength(3);
    expect(form.joints.filter(({ node }) => node === "k")).toHaveLength(1);
  });

  it("widen a box for the label of its part", () => {
    const graph = sketchGraph("a b", ["j activity a+b"], "");
    const parts = [
      { lane: "a", label: "Dokumentasi" },
      { lane: "b", label: null },
    ];
    const form = draw({ ...graph, nodes: [{ ...graph.nodes[0]!, parts }] });
    const [labelled, plain] = form.symbols;
    expect(labelled!.lines).toEqual(["Dokumentasi"]);
    expect(labelled!.width).toBeGreaterThan(plain!.width);
  });

  it("put a fork and its join between the rows, over the lanes of their branches", () => {
    const form = draw(
      sketchGraph(
        "a b c",
        ["s start b", "f fork", "x activity a", "y activity c", "j join", "e end b"],
        "s>f f>x f>y x>j y>j j>e",
      ),
    );
    expect(form.rows.map(({ node }) => node)).toEqual(["s", "x", "y", "e"]);
    const bar = symbolOf(form, "f");
    expect(bar.lane).toBeNull();
    expect(bar.x).toBeLessThan(symbolOf(form, "x").x + symbolOf(form, "x").width / 2);
    expect(bar.x + bar.width).toBeGreaterThan(
      symbolOf(form, "y").x + symbolOf(form, "y").width / 2,
    );
    expect(bar.y).toBeGreaterThan(symbolOf(form, "s").y);
    expect(bar.y).toBeLessThan(symbolOf(form, "x").y);
    expect(layoutQuality(form).crossings).toBe(0);
  });

  it("give two branches in one lane a way each", () => {
    const form = draw(
      sketchGraph(
        "a b",
        ["s start a", "f fork", "x activity a", "y activity a", "j join", "e end a"],
        "s>f f>x f>y x>j y>j j>e",
      ),
    );
    expect(form.paths).toHaveLength(6);
    // The ways past each other's box cross once; a detour around the form would be worse.
    expect(layoutQuality(form).crossings).toBeLessThanOrEqual(1);
  });

  it("stack a join on a fork", () => {
    draw(
      sketchGraph(
        "a b",
        [
          "f fork",
          "x activity a",
          "y activity b",
          "j join",
          "g fork",
          "z activity b",
          "w activity a",
        ],
        "f>x f>y x>j y>j j>g g>z g>w",
      ),
    );
  });
});

describe("an office's own columns", () => {
  const titles = { number: null, activity: "Aktivitas", lanes: null, standard: null };
  const graph = sketchGraph("a", ["x activity a", "y activity a"], "x>y");

  it("stand in their own order under their own headings, without those left out", () => {
    const right = [
      { column: "time", title: null },
      { column: "requirements", title: "Syarat" },
      { column: "output", title: null },
    ] as const;
    const form = layout(graph, defaultMetrics, { right, titles });
    expect(form.columns.map(({ title }) => title)).toEqual([
      "No",
      "Aktivitas",
      "a",
      "Waktu",
      "Syarat",
      "Output",
    ]);
    expect(form.rows[0]!.cells.map(({ role }) => role)).toEqual([
      "activity",
      "time",
      "requirements",
      "output",
    ]);
    const [lanes, standard] = form.header.groups;
    expect(lanes!.title).toBe("Pelaksana");
    expect(standard!.x + standard!.width).toBe(form.width);
  });

  it("part the standard's heading where remarks stand in its middle", () => {
    const right = (["time", "remarks", "output"] as const).map((column) => ({
      column,
      title: null,
    }));
    const form = layout(graph, defaultMetrics, { right, titles });
    expect(form.header.groups.map(({ role }) => role)).toEqual(["lanes", "standard", "standard"]);
  });

  it("may all be left out; what is no column or stands twice is passed over", () => {
    expect(layout(graph, defaultMetrics, { right: [], titles }).columns).toHaveLength(3);
    const time = { column: "time" as const, title: null };
    const strange = { column: "price" as "time", title: null };
    const form = layout(graph, defaultMetrics, { right: [time, strange, time], titles });
    expect(form.columns).toHaveLength(4);
  });
});
