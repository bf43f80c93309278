import { expect, it } from "vitest";
import type { Desk } from "./harness/desk.js";
import { DrawingBoard } from "./harness/drawing-board.js";
import { openOffice } from "./harness/open-office.js";
import { middleOf, PointerBoard } from "./harness/pointer-board.js";

const office = openOffice();

interface SavedGraph {
  readonly lanes: readonly { key: string; name: string }[];
  readonly nodes: readonly {
    key: string;
    kind: string;
    text: string;
    mode: string;
    parts: readonly { laneKey: string }[];
  }[];
  readonly edges: readonly { key: string; from: string; to: string; outcome: string | null }[];
}

/** A new SOP, open in the editor, and what the server has of it. */
async function newDraft(desk: Desk, title: string) {
  await desk.signIn("admin");
  const { me } = await desk.ask<{ me: { office: { id: string } } }>("{me{office{id}}}");
  const { createSop } = await desk.ask<{
    createSop: { sop: { id: string }; version: { id: string } };
  }>("mutation($input:CreateSopInput!){createSop(input:$input){sop{id} version{id}}}", {
    input: { officeId: me.office.id, title, idempotencyKey: title },
  });
  await desk.open(`/sop/${encodeURIComponent(createSop.sop.id)}`);
  await desk.page.getByTestId("symbol-start-pelaksana").waitFor();
  const board = new DrawingBoard(desk.page);
  const read = async (): Promise<SavedGraph> => {
    await board.saved();
    const { node } = await desk.ask<{ node: SavedGraph }>(
      `query($id:ID!){node(id:$id){... on SopVersion{
        lanes{key name}
        nodes{key kind text mode parts{laneKey}}
        edges{key from to outcome}
      }}}`,
      { id: createSop.version.id },
    );
    return node;
  };
  return { board, pointer: new PointerBoard(desk.page), read };
}

/** A graph in words: rows as `kind:text@lanes`, arrows as `text>text(outcome)`. */
function told(graph: SavedGraph) {
  const laneName = new Map(graph.lanes.map(({ key, name }) => [key, name]));
  const nodeName = new Map(graph.nodes.map(({ key, text, kind }) => [key, text || kind]));
  return {
    lanes: graph.lanes.map(({ name }) => name),
    rows: graph.nodes.map(
      ({ key, parts }) =>
        `${nodeName.get(key)}@${parts.map(({ laneKey }) => laneName.get(laneKey)).join("+")}`,
    ),
    arrows: graph.edges
      .map(
        ({ from, to, outcome }) =>
          `${nodeName.get(from)}>${nodeName.get(to)}${outcome === null ? "" : `(${outcome})`}`,
      )
      .toSorted(),
  };
}

const keyOf = (graph: SavedGraph, text: string): string =>
  graph.nodes.find((node) => node.text === text)?.key ?? "";
const laneOf = (graph: SavedGraph, name: string): string =>
  graph.lanes.find((lane) => lane.name === name)?.key ?? "";
const arrowOf = (graph: SavedGraph, from: string, to: string): string =>
  graph.edges.find((edge) => edge.from === keyOf(graph, from) && edge.to === keyOf(graph, to))
    ?.key ?? "";

it("draws three lanes and a decision that loops back, and changes them, with the mouse alone", async () => {
  const desk = await office.current.desk();
  const { board, pointer, read } = await newDraft(desk, "Digambar dengan tetikus");
  const { page } = desk;
  const write = async (text: string) => {
    await board.panel.getByLabel("Kegiatan", { exact: true }).fill(text);
  };
  const undo = async () => {
    await page.getByRole("button", { name: "Urungkan" }).click();
  };
  const symbolOf = (graph: SavedGraph, text: string, lane: string) =>
    pointer.symbol(keyOf(graph, text), laneOf(graph, lane));

  // Three lanes, a chain and a decision.
  await pointer.renameLane("pelaksana", "Pemohon");
  await pointer.addLane("Staf");
  await pointer.addLane("Kepala");
  await pointer.append(pointer.symbol("start", "pelaksana"), "Kegiatan");
  await write("Mengajukan");
  let graph = await read();
  await pointer.append(symbolOf(graph, "Mengajukan", "Pemohon"), "Keputusan");
  await write("Memeriksa");
  graph = await read();
  await pointer.append(symbolOf(graph, "Memeriksa", "Pemohon"), "Kegiatan");
  await write("Mencatat");
  graph = await read();
  expect(told(graph)).toEqual({
    lanes: ["Pemohon", "Staf", "Kepala"],
    rows: [
      "Mulai@Pemohon",
      "Mengajukan@Pemohon",
      "Memeriksa@Pemohon",
      "Mencatat@Pemohon",
      "Selesai@Pemohon",
    ],
    arrows: [
      "Memeriksa>Mencatat(Ya)",
      "Memeriksa>Mengajukan(Tidak)",
      "Mencatat>Selesai",
      "Mengajukan>Memeriksa",
      "Mulai>Mengajukan",
    ],
  });

  // A symbol to another lane, in its own row.
  const beforeLane = told(graph);
  const decision = symbolOf(graph, "Memeriksa", "Pemohon");
  const { y } = await middleOf(decision);
  const kepala = await pointer.middleOfLane(laneOf(graph, "Kepala"));
  await pointer.drag(decision, { x: kepala.x, y });
  graph = await read();
  expect(told(graph).rows[2]).toBe("Memeriksa@Kepala");
  await undo();
  expect(told(await read())).toEqual(beforeLane);
  await page.getByRole("button", { name: "Ulangi" }).click();
  graph = await read();

  // To another lane and another row at once: the flow goes with it.
  const staf = await pointer.middleOfLane(laneOf(graph, "Staf"));
  const end = await middleOf(pointer.symbol("end", "pelaksana"));
  const beforeMove = told(graph);
  const first = await middleOf(symbolOf(graph, "Mengajukan", "Pemohon"));
  await pointer.drag(symbolOf(graph, "Mencatat", "Pemohon"), { x: staf.x, y: first.y - 16 });
  graph = await read();
  expect(told(graph).rows).toEqual([
    "Mulai@Pemohon",
    "Mencatat@Staf",
    "Mengajukan@Pemohon",
    "Memeriksa@Kepala",
    "Selesai@Pemohon",
  ]);
  expect(told(graph).arrows).toContain("Mencatat>Mengajukan");
  expect(told(graph).arrows).toContain("Memeriksa>Selesai(Ya)");
  await undo();
  expect(told(await read())).toEqual(beforeMove);
  expect((await middleOf(pointer.symbol("end", "pelaksana"))).y).toBeCloseTo(end.y, 0);

  // The loop's end to another symbol.
  graph = await read();
  await pointer.leadArrow(
    arrowOf(graph, "Memeriksa", "Mengajukan"),
    pointer.symbol("end", "pelaksana"),
  );
  expect(told(await read()).arrows).toContain("Memeriksa>Selesai(Tidak)");
  await undo();
  expect(told(await read())).toEqual(beforeMove);

  // Two lanes change places.
  const pemohon = await pointer.middleOfLane("pelaksana");
  await pointer.dragLane(laneOf(graph, "Staf"), { x: pemohon.x - 20, y: pemohon.y });
  expect(told(await read()).lanes).toEqual(["Staf", "Pemohon", "Kepala"]);
  await undo();
  expect(told(await read()).lanes).toEqual(["Pemohon", "Staf", "Kepala"]);

  // A box in a second lane, and either of the two is enough.
  const joint = symbolOf(graph, "Mencatat", "Pemohon");
  await pointer.drag(joint, { x: staf.x, y: (await middleOf(joint)).y }, ["Alt"]);
  await page.getByRole("button", { name: "Semua harus selesai; ubah menjadi salah satu" }).click();
  graph = await read();
  expect(told(graph).rows[3]).toBe("Mencatat@Pemohon+Staf");
  expect(graph.nodes[3]?.mode).toBe("ANY");
  await undo();
  await undo();
  expect(told(await read())).toEqual(beforeMove);

  // A step into the middle of an arrow.
  graph = await read();
  await pointer.insertOn(arrowOf(graph, "Mengajukan", "Memeriksa"), "Kegiatan");
  await write("Melengkapi");
  graph = await read();
  expect(told(graph).arrows).toEqual([
    "Melengkapi>Memeriksa",
    "Memeriksa>Mencatat(Ya)",
    "Memeriksa>Mengajukan(Tidak)",
    "Mencatat>Selesai",
    "Mengajukan>Melengkapi",
    "Mulai>Mengajukan",
  ]);

  // A lane that is not empty says what stands in it, and hands it over.
  await page.getByTestId(`lane-${laneOf(graph, "Kepala")}`).click();
  await page.locator(".lane-menu").click();
  await page.getByRole("listbox").waitFor();
  await page.locator("[data-tools]").getByRole("button", { name: "Hapus pelaksana" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("3. Memeriksa").waitFor();
  await dialog.getByRole("combobox", { name: "Pindahkan langkah-langkah itu ke" }).click();
  await page.getByRole("option", { name: "Staf" }).click();
  await dialog.getByRole("button", { name: "Pindahkan dan hapus" }).click();
  graph = await read();
  expect(told(graph).lanes).toEqual(["Pemohon", "Staf"]);
  expect(told(graph).rows).toContain("Memeriksa@Staf");
});

it("gives a drag up with Esc, selects with a frame, and deletes an arrow", async () => {
  const desk = await office.current.desk();
  const { pointer, read } = await newDraft(desk, "Tetikus yang ragu");
  const { page } = desk;
  await pointer.addLane("Staf");
  await pointer.append(pointer.symbol("start", "pelaksana"), "Kegiatan");
  const before = await read();
  const start = pointer.symbol("start", "pelaksana");
  const from = await middleOf(start);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 80, { steps: 4 });
  await page.locator(".drop-line").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await page.locator(".drop-line").waitFor({ state: "detached" });
  expect(told(await read())).toEqual(told(before));

  const form = (await page.locator(".form-grid").boundingBox())!;
  await page.mouse.move(from.x - 50, from.y - 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, form.y + form.height - 4, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.locator(".form-row[data-selected]").count()).toBe(3);

  const [edge] = before.edges;
  await pointer.pressArrow(edge!.key);
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await read()).edges.length).toBe(before.edges.length - 1);
});

it("leaves the next symbol free, and keeps the tools of a step that is written on", async () => {
  const desk = await office.current.desk();
  const { board, pointer, read } = await newDraft(desk, "Alat di samping simbol");
  const { page } = desk;
  const tools = page.getByRole("toolbar", { name: "Alat langkah" });
  await pointer.addLane("Staf");
  await pointer.append(pointer.symbol("start", "pelaksana"), "Kegiatan");
  await page.keyboard.type("Menulis");
  // The text is being typed still; the next step is one press away all the same.
  await page.getByRole("textbox", { name: "Kegiatan" }).first().waitFor();
  await tools.getByRole("button", { name: "Lanjut: Kegiatan" }).click();
  await page.keyboard.type("Mengirim");
  await tools.getByRole("button", { name: "Lanjut: Keputusan" }).waitFor();
  await page.keyboard.press("Escape");
  const graph = await read();
  expect(told(graph).rows).toEqual([
    "Mulai@Pelaksana",
    "Menulis@Pelaksana",
    "Mengirim@Pelaksana",
    "Selesai@Pelaksana",
  ]);

  const symbols = page.locator('[data-testid^="symbol-"]');
  for (const text of ["Menulis", "Mengirim"]) {
    const box = (at: { x: number; y: number; width: number; height: number } | null) => at!;
    await pointer.symbol(keyOf(graph, text), laneOf(graph, "Pelaksana")).click();
    const bar = box(await tools.boundingBox());
    for (const symbol of await symbols.all()) {
      const { x, y, width, height } = box(await symbol.boundingBox());
      const isApart =
        x >= bar.x + bar.width ||
        bar.x >= x + width ||
        y >= bar.y + bar.height ||
        bar.y >= y + height;
      const name = await symbol.getAttribute("data-testid");
      expect(isApart, name ?? "").toBe(true);
    }
  }
  await board.saved();
});
