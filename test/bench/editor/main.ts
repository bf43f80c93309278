import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { startChild } from "../child-program.js";
import { median } from "../measurement.js";
import { drawDraft, graphOfSize, type Mutate } from "./draft-of-size.js";
import { FormDesk, type DragRun } from "./form-desk.js";

/**
 * How smoothly the editor runs in a real Chromium, on drafts of 100, 300 and 1,000 nodes in twelve
 * lanes. Chromium runs without its limit of frames a second, so that a frame takes what it costs.
 */
const sizes = [100, 300, 1000] as const;
const rounds = Number(process.argv[2] ?? 5);
const words = "Memeriksa kelengkapan berkas permohonan ";
const launchArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-frame-rate-limit",
  "--disable-gpu-vsync",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

const percentile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};
const ms = (value: number): string => value.toFixed(1);

const dataDir = mkdtempSync(join(tmpdir(), "alur-bench-editor-"));
const program = await startChild(
  "server/main.js",
  [],
  { DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" },
  /Interface +http:\S+?:(\d+)/,
);
const browser = await chromium.launch({
  executablePath: process.env["ALUR_CHROMIUM"] ?? "/usr/bin/chromium",
  args: launchArgs,
});
try {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${program.port}`,
    viewport: { width: 1440, height: 900 },
    locale: "id-ID",
  });
  await signIn(context);
  await measure(context);
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function signIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("/masuk");
  await page.locator('input[name="username"]').fill("admin");
  await page.locator('input[name="password"]').fill("alur-demo");
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
  await page.close();
}

async function ask<Data>(context: BrowserContext, query: string, variables = {}): Promise<Data> {
  const origin = `http://127.0.0.1:${program.port}`;
  const answer = await context.request.post("/graphql", {
    headers: { origin },
    data: { query, variables },
  });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function measure(context: BrowserContext): Promise<void> {
  const mutate: Mutate = async <Payload>(document: string, input: object) => {
    const data = await ask<Record<string, { userErrors: readonly unknown[] }>>(context, document, {
      input,
    });
    const [payload] = Object.values(data);
    if (payload === undefined || payload.userErrors.length > 0) {
      throw new Error(JSON.stringify(payload));
    }
    return payload as Payload;
  };
  const { me } = await ask<{ me: { office: { id: string } } }>(context, "{me{office{id}}}");
  const desks: FormDesk[] = [];
  for (const size of sizes) {
    const graph = graphOfSize(size);
    const sop = await drawDraft(mutate, me.office.id, graph);
    const page = await context.newPage();
    desks.push(await FormDesk.open(page, `/sop/${encodeURIComponent(sop)}`, graph.nodes.length));
    console.log(`drew ${graph.nodes.length} nodes, ${graph.edges.length} arrows`);
  }
  const drags = new Map<string, DragRun[]>();
  const keys = new Map<number, number[]>();
  // In rounds, one size after another: what disturbs the machine for a while disturbs all.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, desk] of desks.entries()) {
      const size = sizes[index]!;
      await desk.page.bringToFront();
      await desk.zoomIn();
      const zoomed = await desk.drag();
      const typed = await desk.type(words);
      await desk.fit();
      const fitted = await desk.drag();
      // The first round warms up.
      if (round === 0) continue;
      for (const [view, run] of [
        ["zoomed", zoomed],
        ["fitted", fitted],
      ] as const) {
        const name = `${view} ${size}`;
        drags.set(name, [...(drags.get(name) ?? []), run]);
      }
      keys.set(size, [...(keys.get(size) ?? []), ...typed]);
    }
    console.log(round === 0 ? "warmed up" : `round ${round} of ${rounds}`);
  }
  report(drags, keys);
}

function report(
  drags: ReadonlyMap<string, readonly DragRun[]>,
  keys: ReadonlyMap<number, readonly number[]>,
): void {
  const framesOf = (name: string): readonly number[] =>
    (drags.get(name) ?? []).flatMap(({ frames }) => frames);
  for (const [name, runs] of drags) {
    const frames = framesOf(name);
    const work = median(runs.map(({ workPerMove }) => workPerMove));
    console.log(
      `drag ${name}: frame median ${ms(median(frames))} ms, p95 ${ms(percentile(frames, 0.95))} ms,` +
        ` worst ${ms(Math.max(...frames))} ms over ${frames.length} frames;` +
        ` main thread ${ms(work)} ms a move`,
    );
  }
  for (const [size, times] of keys) {
    console.log(
      `keystroke ${size}: median ${ms(median(times))} ms, p95 ${ms(percentile(times, 0.95))} ms,` +
        ` worst ${ms(Math.max(...times))} ms over ${times.length} keys`,
    );
  }
  // The median of the rounds' own ratios, each of the main thread's work and of the frames' time.
  const ratio = (view: string, of: (run: DragRun) => number): number => {
    const [small = [], large = []] = [drags.get(`${view} 100`), drags.get(`${view} 1000`)];
    return median(large.map((run, round) => of(run) / of(small[round]!)));
  };
  const frameMs = ({ frames }: DragRun): number => median(frames);
  const line = {
    drag_1000_over_100_zoomed: ratio("zoomed", frameMs).toFixed(2),
    drag_1000_over_100_fitted: ratio("fitted", frameMs).toFixed(2),
    work_1000_over_100_zoomed: ratio("zoomed", ({ workPerMove }) => workPerMove).toFixed(2),
    work_1000_over_100_fitted: ratio("fitted", ({ workPerMove }) => workPerMove).toFixed(2),
    frame_p95_ms_300: ms(percentile(framesOf("zoomed 300"), 0.95)),
    keystroke_p95_ms_300: ms(percentile(keys.get(300) ?? [], 0.95)),
  };
  console.log(
    Object.entries(line)
      .map(([name, value]) => `${name}=${value}`)
      .join(" "),
  );
}
