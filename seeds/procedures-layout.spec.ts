import { describe, expect, it } from "vitest";
import { layout } from "../domain/layout/layout.js";
import { defaultMetrics } from "../domain/layout/metrics.js";
import { paginate } from "../domain/layout/paginate.js";
import { readSeed } from "../server/features/people/seed-files.js";
import { faultless } from "../test/layout/faultless.js";
import { layoutQuality } from "../test/layout/layout-quality.js";
import { procedureFacts } from "./procedure-facts.js";
import type { Procedure } from "./seed-shapes.js";

describe.each(procedureFacts)("$file", ({ file, columns }) => {
  const { graph, columns: own } = readSeed<Procedure>(`procedures/${file}.json`).document;
  const form = paginate(layout(graph, defaultMetrics, own ?? null), defaultMetrics);

  it("is drawn without a fault and without a crossing", () => {
    expect(layoutQuality(form)).toMatchObject({ ...faultless, crossings: 0 });
    expect(form.paths).toHaveLength(graph.edges.length);
  });

  it("has its own columns, and fits the page at a size that can be read", () => {
    expect(form.columns.slice(-columns.length).map(({ role }) => role)).toHaveLength(
      columns.length,
    );
    // 12 px at this scale is 7.5 points on paper.
    expect(form.pageScale).toBeGreaterThan(0.83);
    expect(form.pages.every(({ resumes }) => !resumes)).toBe(true);
  });

  it("breaks no heading in the middle of a word", () => {
    for (const { title, lines } of form.columns) {
      expect(lines.join(" ").replaceAll("/ ", "/")).toBe(
        title.replaceAll(/\s+/g, " ").replaceAll("/ ", "/"),
      );
    }
  });
});
