import { expect, test } from "vitest";
import type { EdgeRow, Graph, NodeRow } from "../../domain/index.js";
import { branchingSop } from "./harness/branching-sop.js";
import { drawGraph } from "./harness/draw-graph.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";

/** ms; a busy machine may take ten times the two seconds that the check may. */
const patience = { timeout: 120_000 };

/** A drawing made to hurt: almost as large as one may be, with more states than can be looked at. */
const office = openOffice();

const [branches, steps] = [30, 30];

/**
 * Branches side by side in each of which a case goes round as it likes: 30 to the power of 30
 * states. One of them comes to the bar by two ways, while the bar waits for both.
 */
function stateBomb(): Graph {
  const rows: NodeRow[] = [
    ["start", "start", ["pemohon"], { text: "Mulai" }],
    ["ask", "activity", ["pemohon"], { text: "Mengajukan permohonan" }],
    ["fork", "fork", [], { text: "" }],
  ];
  const arrows: EdgeRow[] = [
    ["start", "ask"],
    ["ask", "fork"],
  ];
  for (let branch = 0; branch < branches; branch += 1) {
    const at = (step: number) => `b${branch}s${step}`;
    arrows.push(["fork", at(0)]);
    for (let step = 0; step < steps; step += 1) {
      rows.push([at(step), "decision", ["staf"], { text: `Memeriksa berkas ${branch}.${step}?` }]);
      const onward = step + 1 < steps ? at(step + 1) : "join";
      const isBroken = branch === 7 && step === steps - 1;
      arrows.push(
        [at(step), onward, "Ya"],
        [at(step), isBroken ? onward : at(Math.floor(step / 2)), "Tidak"],
      );
    }
  }
  rows.push(["join", "join", [], { text: "" }], ["end", "end", ["pemohon"], { text: "Selesai" }]);
  return branchingSop(rows, [...arrows, ["join", "end"]]);
}

test("is told of while it is drawn, with the same run as by the server", async () => {
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("admin");
  const { sopId, versionId } = await drawGraph(desk, "Surat yang berat", stateBomb());
  await desk.open(`/sop/${sopId}`);
  await page.locator(".form-row").first().waitFor(patience);
  await page.getByTestId("verdict").filter({ hasText: "Berkas dapat macet" }).waitFor(patience);

  // What is typed is on the form and kept, and the verdict is still that of this drawing.
  const board = new DrawingBoard(page);
  await board.selectRow(/Mengajukan permohonan/);
  await board.panel.getByLabel("Kegiatan", { exact: true }).fill("Mengajukan surat");
  await board.saved();
  await page
    .getByRole("gridcell", { name: /Mengajukan surat/ })
    .first()
    .waitFor();
  await page.getByTestId("verdict").filter({ hasText: "Berkas dapat macet" }).waitFor(patience);
  await page.getByRole("button", { name: "Putar jalannya" }).first().click();
  const bar = page.getByRole("group", { name: "Jalannya berkas, langkah demi langkah" });
  await bar.waitFor(patience);
  // Its beginning, each step, and what goes wrong.
  const moments = Number((await bar.innerText()).match(/\d+ \/ (\d+)/)?.[1]);

  const read = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
    revision problems { rule run { nodeId } } } } }`;
  const { node } = await desk.ask<{
    node: { problems: { rule: string; run: readonly object[] | null }[] };
  }>(read, { id: versionId });
  const stuck = node.problems.find(({ rule }) => rule === "option-to-complete");
  expect(stuck?.run).toHaveLength(moments - 2);
});
