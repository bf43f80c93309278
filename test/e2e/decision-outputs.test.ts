import { expect, test } from "vitest";
import type { Graph } from "../../domain/index.js";
import { axeViolations } from "./harness/axe-violations.js";
import { branchingSop } from "./harness/branching-sop.js";
import { phone, type Desk } from "./harness/desk.js";
import { drawGraph } from "./harness/draw-graph.js";
import { commandsOf, letterSteps, openStep, startLetter } from "./harness/letter-office.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const paper = "Rekomendasi teknis";

/** The examiner sends a letter on with a recommendation, or back without one. */
function letterWithRecommendation(): Graph {
  const graph = branchingSop(
    [
      ["start", "start", ["pemohon"], { text: "Mulai" }],
      ["ask", "activity", ["pemohon"], { text: letterSteps.ask }],
      ["examine", "decision", ["staf"], { text: letterSteps.examine }],
      ["sign", "activity", ["kabid"], { text: letterSteps.sign }],
      ["end", "end", ["pemohon"], { text: "Selesai" }],
    ],
    [
      ["start", "ask"],
      ["ask", "examine"],
      ["examine", "sign", "Ya"],
      ["examine", "ask", "Tidak"],
      ["sign", "end"],
    ],
  );
  const outputs = [
    { key: "rekomendasi", name: paper },
    { key: "catatan", name: "Lembar pemeriksaan" },
  ];
  return {
    ...graph,
    outputs,
    nodes: graph.nodes.map((node) => ({
      ...node,
      outputs: node.key === "examine" ? outputs.map(({ key }) => key) : [],
      requirements: node.key === "sign" ? [{ text: paper, output: "rekomendasi" }] : [],
    })),
  };
}

const at = async (username: string, size?: typeof phone): Promise<Desk> => {
  const desk = await office.current.desk(size === undefined ? {} : { size });
  await desk.signIn(username);
  return desk;
};

async function done({ page }: Desk): Promise<void> {
  await page.getByRole("button", { name: "Selesaikan" }).click();
  await page.getByText("Selesai dikerjakan").waitFor();
}

test("a decision asks for the output of the way that is chosen, and refuses without it", async () => {
  const [admin, kadis] = [await at("admin"), await at("kadis")];
  const { sopId, versionId } = await drawGraph(
    admin,
    "Surat dengan saran",
    letterWithRecommendation(),
  );
  const { enactVersion } = await kadis.ask<{ enactVersion: { userErrors: unknown[] } }>(
    `mutation ($input: EnactVersionInput!) { enactVersion(input: $input) { userErrors { code } } }`,
    { input: { versionId, revision: 2 } },
  );
  expect(enactVersion.userErrors).toEqual([]);

  const [pemohon, budi] = [await at("pemohon"), await at("budi", phone)];
  const caseId = await startLetter(pemohon, sopId, "Izin kegiatan");
  await done(pemohon);

  await openStep(budi, caseId, "examine");
  const { page } = budi;
  const field = page.getByRole("textbox", { name: paper });
  const isOwed = () => field.getAttribute("aria-required");
  const fault = page.getByText("Isi dahulu; langkah lain membutuhkannya.");
  const complete = page.getByRole("button", { name: "Selesaikan" });
  await page.getByText("Wajib bila memilih “Ya”.").waitFor();
  await expect.poll(() => isOwed()).toBe("false");
  await complete.click();
  await page.getByText("Pilih dahulu keputusannya.").waitFor();
  await expect.poll(() => fault.count()).toBe(0);

  await page.getByRole("radio", { name: "Ya" }).click();
  await expect.poll(isOwed).toBe("true");
  // It was not pressed with this choice yet.
  await expect.poll(() => fault.count()).toBe(0);
  await complete.click();
  await fault.waitFor();
  // What nothing needs may stay empty.
  await expect.poll(() => fault.count()).toBe(1);
  await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await expect.poll(() => commandsOf(budi, caseId)).toEqual(["START", "COMPLETE"]);

  await page.getByRole("radio", { name: "Tidak" }).click();
  await fault.waitFor({ state: "detached" });
  await expect.poll(() => isOwed()).toBe("false");
  await done(budi);

  await openStep(pemohon, caseId, "ask");
  await done(pemohon);
  await openStep(budi, caseId, "examine");
  await page.getByRole("radio", { name: "Ya" }).click();
  await field.fill("045/7/2026");
  await done(budi);
  const kabid = await at("kabid");
  await openStep(kabid, caseId, "sign");
  await kabid.page.getByText("045/7/2026").first().waitFor();
  await expect
    .poll(() => commandsOf(kabid, caseId))
    .toEqual(["START", ...Array(4).fill("COMPLETE")]);
});
