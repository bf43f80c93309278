import { expect, test } from "vitest";
import { listSeeds, readSeed } from "../../server/features/people/seed-files.js";
import type { DemoOffice, Procedure } from "../../seeds/seed-shapes.js";
import type { Desk } from "./harness/desk.js";
import { drawFirstPage } from "./harness/draw-first-page.js";
import { drawLanes } from "./harness/draw-lanes.js";
import { RowDrawing } from "./harness/draw-rows.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { Hands, handCountText } from "./harness/hands.js";
import { openOffice } from "./harness/open-office.js";
import { plainDocument, savedDocument } from "./harness/plain-document.js";

const office = openOffice();
const demo = readSeed<DemoOffice>("office/demo-office.json");

/** V. 4. and the Smart Center loan always; all six with `npm test -- --all-seeds`. */
const always = ["procedures/002-", "procedures/004a-"];
const drawn = listSeeds("procedures").filter(
  (path) => process.env["ALUR_ALL_SEEDS"] === "1" || always.some((start) => path.startsWith(start)),
);

test.each(drawn)("%s is drawn by hand from an empty page, enacted and started", async (path) => {
  const seed = readSeed<Procedure>(path);
  // Beside the seed itself, which is in the database, and holds its number.
  const title = `${seed.title} (digambar)`;
  const admin = await office.current.desk();
  const hands = new Hands(admin.page);
  await admin.signIn("admin");
  await openNewSop(admin, hands, seed, title);
  await drawFirstPage(hands, seed.document);
  console.info(`${path}, first page: ${handCountText(hands.takeCount())}`);
  await drawLanes(hands, seed.document.graph.lanes, demo);
  await new RowDrawing(hands, seed.document).draw();
  console.info(`${path}, form: ${handCountText(hands.takeCount())}`);

  await new DrawingBoard(admin.page).saved();
  expect(plainDocument(await savedDocument(admin))).toEqual(plainDocument(seed.document));

  await hands.click(admin.page.getByRole("button", { name: "Sahkan", exact: true }));
  const dialog = admin.page.getByRole("dialog", { name: "Sahkan SOP" });
  await hands.click(dialog.getByRole("button", { name: "Sahkan sekarang" }));
  await admin.page.getByText("Versi 1, berlaku").waitFor();

  await start(await office.current.desk(), starterOf(seed), title);
});

async function openNewSop(
  desk: Desk,
  hands: Hands,
  { number, part, office: code }: Procedure,
  title: string,
): Promise<void> {
  const { page } = desk;
  await desk.goTo("SOP");
  await hands.click(page.getByRole("button", { name: "SOP baru" }));
  const dialog = page.getByRole("dialog", { name: "SOP baru" });
  await hands.typeInto(dialog.getByLabel("Judul SOP"), title);
  const name = demo.offices.find((one) => one.code === code)?.name ?? "";
  const owner = dialog.getByRole("combobox", { name: "Perangkat daerah" });
  if ((await owner.inputValue()) !== name) {
    await hands.click(owner);
    await hands.click(page.getByRole("option", { name, exact: true }));
  }
  if (number !== null) await hands.typeInto(dialog.getByLabel("Nomor"), `${number} (digambar)`);
  if (part !== null) await hands.typeInto(dialog.getByLabel("Bagian"), part);
  await hands.click(dialog.getByRole("button", { name: "Buat konsep" }));
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.locator(".form-row").first().waitFor();
}

/** Somebody who works the lane in which the SOP begins. */
function starterOf({ document: { graph } }: Procedure): string {
  const lane = graph.lanes.find(({ key }) => key === graph.nodes[0]?.parts[0]?.lane);
  const { binding } = lane ?? { binding: null };
  if (binding === null || binding.type === "REQUESTER") return "pemohon";
  const holder = demo.people.find(({ positions }) => positions.includes(binding.position));
  return holder?.username ?? "";
}

/** The first thing to do lies open before whoever begins a case. */
async function start(desk: Desk, username: string, title: string): Promise<void> {
  await desk.signIn(username);
  await desk.openSop(title);
  await desk.page.getByRole("button", { name: "Mulai", exact: true }).click();
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByLabel("Perihal").fill("Berkas pertama");
  await dialog.getByRole("button", { name: "Mulai" }).click();
  await desk.page.waitForURL(/\/tugas\//);
}
