import { expect, it } from "vitest";
import { buildGraph, defaultMetrics } from "../../../domain/index.js";
import { copySteps } from "../changes/copy-steps.js";
import { stepsOf, tableAsHtml, tableAsText, tableOf } from "./clipboard-text.js";

const graph = {
  ...buildGraph(
    [
      ["one", "activity", ["Sekretaris"], { text: "=SUM(A1) <b>\tlangkah", remarks: "a\nb" }],
      ["ask", "decision", ["Kabid"], { standardTime: { value: 1.5, unit: "HOUR" } }],
    ],
    [["one", "ask"]],
  ),
};
const { titles, timeText } = defaultMetrics;
const table = tableOf(graph, ["ask", "one"], titles, timeText, (kind) => kind);

it("writes rows as a table, in the order of the form", () => {
  expect(table[0]?.slice(0, 4)).toEqual(["No", "Kegiatan", "Sekretaris", "Kabid"]);
  expect(table[2]).toEqual(["2", "ask", "", "decision", "", "1,5 jam", "", ""]);
});

it("quotes what would break a line of the table", () => {
  expect(tableAsText(table).split("\n")[1]).toContain('"=SUM(A1) <b>\tlangkah"');
});

it("keeps text as text in HTML, and carries the steps along", () => {
  const html = tableAsHtml(table, copySteps(graph, ["one", "ask"]));
  expect(html).toContain("=SUM(A1) &lt;b&gt;");
  expect(html).toContain("<td>a<br>b</td>");
  expect(html).toContain("data-alur-steps=");
  expect(html).not.toContain("<b>");
});

it("reads steps, and nothing else", () => {
  const steps = copySteps(graph, ["one"]);
  expect(stepsOf(JSON.stringify(steps))).toEqual(steps);
  for (const other of [
    "",
    "{",
    "null",
    "[]",
    '{"lanes":[],"nodes":[{"key":"a"}]}',
    '{"nodes":1}',
  ]) {
    expect(stepsOf(other)).toBeNull();
  }
});

it("reads no steps that the drawing could not show", () => {
  const steps = copySteps(graph, ["one", "ask"]);
  const [node] = steps.nodes;
  for (const bad of [
    { text: 5 },
    { requirements: [null] },
    { parts: [{ lane: null, label: null }] },
    { standardTime: { value: "1", unit: "HOUR" } },
    { call: { sop: 1 } },
    { mode: "SOME" },
  ]) {
    const json = JSON.stringify({ ...steps, nodes: [{ ...node, ...bad }] });
    expect(stepsOf(json), JSON.stringify(bad)).toBeNull();
  }
  expect(stepsOf(JSON.stringify({ ...steps, edges: [{ key: "e" }] }))).toBeNull();
  expect(stepsOf(JSON.stringify({ ...steps, lanes: [{ key: "l", name: {} }] }))).toBeNull();
});
