import { describe, expect, it } from "vitest";
import { findLimitFault } from "../domain/edit/document-limits.js";
import { nodeKinds } from "../domain/kinds/node-kinds.js";
import { layout } from "../domain/layout/layout.js";
import { defaultMetrics } from "../domain/layout/metrics.js";
import { findProblems, isError } from "../domain/rules/find-problems.js";
import { emptyDocument } from "../domain/sop/empty-document.js";
import { rowNumbers } from "../domain/sop/row-numbers.js";
import { listSeeds, readSeed } from "../server/features/people/seed-files.js";
import type { SopTemplateFile } from "../server/features/sops/sop-templates.js";
import { layoutQuality } from "../test/layout/layout-quality.js";

const templates = listSeeds("templates").map(
  (path) => [path, readSeed<SopTemplateFile>(path)] as const,
);

it("there is one for each kind of work that every office has", () => {
  expect(templates.map(([path]) => path)).toEqual([
    "templates/01-permohonan-layanan.json",
    "templates/02-surat-masuk.json",
    "templates/03-surat-keluar.json",
    "templates/04-peminjaman.json",
    "templates/05-pengaduan.json",
    "templates/06-rapat-dinas.json",
  ]);
});

describe.each(templates)("%s", (_path, { title, description, lists, graph }) => {
  it("says what it is in both languages", () => {
    for (const text of [title.id, title.en, description.id, description.en]) {
      expect(text).toMatch(/^[A-Z].{10,200}$/);
    }
    expect(title.id).not.toBe(title.en);
  });

  it("lacks nothing but the holders of its lanes, which are the office's to name", () => {
    const unbound = graph.lanes.filter(({ binding }) => binding === null).map(({ key }) => key);
    const problems = findProblems(graph).filter(isError);
    expect(unbound.length).toBeGreaterThan(0);
    expect(problems.map(({ rule, laneKeys }) => [rule, ...laneKeys])).toEqual(
      unbound.map((lane) => ["bound-lane", lane]),
    );
    expect(findLimitFault({ ...emptyDocument, lists, graph })).toBeNull();
  });

  it("begins each step with an active verb, and leaves the standard times to the office", () => {
    const numbered = rowNumbers(graph);
    expect(numbered.size).toBeGreaterThanOrEqual(6);
    for (const node of graph.nodes) {
      expect(node.standardTime).toBeNull();
      if (numbered.has(node.key)) expect(node.text).toMatch(/^(Me|Mem|Men|Meng|Meny)[a-z]+ /);
    }
  });

  it("yields every document that it names, and links to earlier steps only", () => {
    const order = new Map(graph.nodes.map(({ key }, index) => [key, index]));
    const yieldedBy = new Map<string, number>();
    for (const node of graph.nodes) {
      for (const output of node.outputs) yieldedBy.set(output, order.get(node.key) ?? -1);
    }
    expect([...yieldedBy.keys()].toSorted()).toEqual(
      graph.outputs.map(({ key }) => key).toSorted(),
    );
    for (const node of graph.nodes) {
      for (const { output } of node.requirements) {
        if (output !== null) expect(yieldedBy.get(output)).toBeLessThan(order.get(node.key) ?? 0);
      }
    }
  });

  it("uses known kinds and is drawn without a fault", () => {
    for (const { kind } of graph.nodes) expect(Object.keys(nodeKinds)).toContain(kind);
    const { hits, overlaps } = layoutQuality(layout(graph, defaultMetrics));
    expect({ hits, overlaps }).toEqual({ hits: 0, overlaps: 0 });
  });
});
