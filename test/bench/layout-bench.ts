import type { FormLayout } from "../../domain/layout/form-layout.js";
import { layout } from "../../domain/layout/layout.js";
import { defaultMetrics } from "../../domain/layout/metrics.js";
import type { Graph } from "../../domain/sop/graph.js";
import { layoutQuality } from "../layout/layout-quality.js";
import { loadLibavoidRouter } from "../layout/libavoid-router.js";
import { randomSop } from "../layout/random-sop.js";
import { withSmoothstepArrows } from "../layout/smoothstep-router.js";

/**
 * Measures the layout: how fast at several sizes, and how good its arrows are on 400 seeded SOPs of
 * 20 to 60 steps, beside React Flow's smoothstep and (on fewer, it is slow) libavoid. The last line
 * is the layout's own result. Exit code 1 when an arrow runs through a symbol or on another one.
 */
const sopCount = 400;
const libavoidCount = 20;

interface Figures {
  hits: number;
  overlaps: number;
  crossings: number;
  bends: number;
  edges: number;
  sops: number;
  ms: number;
}

const none = (): Figures => ({
  hits: 0,
  overlaps: 0,
  crossings: 0,
  bends: 0,
  edges: 0,
  sops: 0,
  ms: 0,
});

function add(figures: Figures, form: FormLayout, ms: number): void {
  const { hits, overlaps, crossings, bends } = layoutQuality(form);
  figures.hits += hits;
  figures.overlaps += overlaps;
  figures.crossings += crossings;
  figures.bends += bends;
  figures.edges += form.paths.length;
  figures.sops++;
  figures.ms += ms;
}

const line = ({ hits, overlaps, crossings, bends, edges, sops, ms }: Figures): string =>
  [
    `hits=${hits}`,
    `overlaps=${overlaps}`,
    `crossings_per_edge=${(crossings / edges).toFixed(3)}`,
    `bends_per_edge=${(bends / edges).toFixed(3)}`,
    `ms_per_sop=${(ms / sops).toFixed(2)}`,
  ].join(" ");

function timed<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const started = performance.now();
  const result = run();
  return { result, ms: performance.now() - started };
}

/** Runs it three times, and keeps the quickest: what else the machine does is not measured. */
function timedAtBest<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const { result, ms } = timed(run);
  return { result, ms: Math.min(ms, timed(run).ms, timed(run).ms) };
}

/**
 * Milliseconds of one layout while a form is drawn: after every step one text is another one, and
 * all else is what it was. The middle and the least of the runs.
 */
function drawingTime(steps: number): { readonly nodes: number; middle: number; least: number } {
  let graph = randomSop(steps, steps, { lanes: 12 });
  const runs = Array.from({ length: 40 }, (_, run) => {
    const at = (run * 37) % graph.nodes.length;
    const nodes = graph.nodes.map((node, i) =>
      i === at ? { ...node, text: `${node.text} ${run}` } : node,
    );
    const changed: Graph = { ...graph, nodes };
    graph = changed;
    return timed(() => layout(changed, defaultMetrics)).ms;
  });
  const warm = runs.slice(15).sort((a, b) => a - b);
  const middle = warm[Math.floor(warm.length / 2)] ?? 0;
  return { nodes: graph.nodes.length, middle, least: warm[0] ?? 0 };
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const graphs = Array.from({ length: sopCount }, (_, at) => randomSop(at + 1, 20 + (at % 41)));
for (const graph of graphs.slice(0, 100)) layout(graph, defaultMetrics);

for (const steps of [52, 260, 850]) {
  const { nodes, middle, least } = drawingTime(steps);
  const times = `${middle.toFixed(1)} ms, at best ${least.toFixed(1)} ms`;
  print(`layout of ${nodes} nodes in 12 lanes: ${times}`);
}

/** Draws a form for the first time: a list of edges that is new has no routes that are remembered. */
const drawnAnew = (graph: Graph): FormLayout =>
  layout({ ...graph, edges: [...graph.edges] }, defaultMetrics);

// Drawn before they are judged: the judge leaves so much behind that it would slow the next one.
const forms = graphs.map((graph) => timedAtBest(() => drawnAnew(graph)));
const ours = none();
const smoothstep = none();
const libavoid = none();
const oursBesideLibavoid = none();
const routeByLibavoid = await loadLibavoidRouter();
for (const [at, { result: form, ms }] of forms.entries()) {
  add(ours, form, ms);
  const simple = timed(() => withSmoothstepArrows(form));
  add(smoothstep, simple.result, simple.ms);
  if (at >= libavoidCount) continue;
  const general = timed(() => routeByLibavoid(form));
  add(libavoid, general.result, general.ms);
  add(oursBesideLibavoid, form, ms);
}
print(`libavoid, arrows of the first ${libavoidCount} SOPs: ${line(libavoid)}`);
print(`layout, the same ${libavoidCount}: ${line(oursBesideLibavoid)}`);
print(`smoothstep, arrows of ${sopCount} SOPs: ${line(smoothstep)}`);
print(line(ours));
if (ours.hits + ours.overlaps > 0) process.exitCode = 1;
