import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;

beforeAll(async () => {
  driver = await CaseDriver.start();
});
afterAll(() => driver?.stop());

const filterFields = "scope instanceId sopId officeId laneKey overdue dueBefore dueAfter search";
const viewFields = `id name updatedAt filter { ${filterFields} }`;

const viewsOf = async (by: string): Promise<AnyData[]> =>
  (await driver.gql(by, `{ savedViews { ${viewFields} } }`)).savedViews;

const save = (by: string, input: object): Promise<AnyData> =>
  driver.mutate(by, "saveView", input, `view { ${viewFields} }`);

const remove = (by: string, viewId: string): Promise<AnyData> =>
  driver.mutate(by, "removeView", { viewId }, "removedId");

const codes = (payload: AnyData) =>
  payload.userErrors.map(({ code, field }: AnyData) => [code, field]);

test("a view is kept, with all that it lists, for its owner alone", async () => {
  const { me } = await driver.gql("budi", "{ me { office { id } } }");
  const filter = {
    scope: "CLAIMABLE",
    instanceId: null,
    sopId: driver.sop("000"),
    officeId: me.office.id,
    laneKey: "fungsional",
    overdue: true,
    dueBefore: "2026-09-01T00:00:00.000Z",
    dueAfter: "2026-08-01T00:00:00.000Z",
    search: "perizinan online",
  };
  const saved = await save("budi", { name: "  Aplikasi  ", filter });
  expect(saved.userErrors).toEqual([]);
  expect(saved.view).toMatchObject({ name: "Aplikasi", filter });
  await save("budi", { name: "A pertama", filter: { scope: "DONE" } });
  const kept = await viewsOf("budi");
  expect(kept.map(({ name }) => name)).toEqual(["A pertama", "Aplikasi"]);
  expect(kept[1]).toEqual(saved.view);
  // What it lists is what `tasks` takes.
  const listed = await driver.gql(
    "budi",
    "query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { id } } }",
    { filter: kept[1]!.filter },
  );
  expect(listed.tasks.nodes).toEqual([]);
  expect(await viewsOf("siti")).toEqual([]);

  expect(codes(await save("siti", { viewId: saved.view.id, name: "Punya saya" }))).toEqual([
    ["NOT_FOUND", "input.viewId"],
  ]);
  expect(codes(await remove("siti", saved.view.id))).toEqual([["NOT_FOUND", "input.viewId"]]);
  expect(await viewsOf("budi")).toHaveLength(2);
});

test("a view is renamed, changed and removed", async () => {
  const { view } = await save("rina", { name: "Cari", filter: { search: "surel" } });
  expect(view.filter).toMatchObject({ scope: "ACTIONABLE", search: "surel", overdue: null });
  const renamed = await save("rina", { viewId: view.id, name: "Surel" });
  expect(renamed.view).toMatchObject({ id: view.id, name: "Surel", filter: view.filter });
  const changed = await save("rina", { viewId: view.id, name: "Surel", filter: { scope: "DONE" } });
  expect(changed.view.filter).toMatchObject({ scope: "DONE", search: null });
  expect(await remove("rina", view.id)).toEqual({ removedId: view.id, userErrors: [] });
  expect(await viewsOf("rina")).toEqual([]);
  expect(codes(await remove("rina", view.id))).toEqual([["NOT_FOUND", "input.viewId"]]);
});

test("a name is there once, is not blank and not too long", async () => {
  const filter = { scope: "WAITING" };
  const { view } = await save("dedi", { name: "Satu", filter });
  expect(codes(await save("dedi", { name: "Satu", filter }))).toEqual([
    ["DUPLICATE_NAME", "input.name"],
  ]);
  const other = await save("dedi", { name: "Dua", filter });
  expect(codes(await save("dedi", { viewId: other.view.id, name: "Satu" }))).toEqual([
    ["DUPLICATE_NAME", "input.name"],
  ]);
  expect(codes(await save("dedi", { viewId: view.id, name: "Satu", filter }))).toEqual([]);
  expect(codes(await save("dedi", { name: " ", filter }))).toEqual([["INVALID", "input.name"]]);
  expect(codes(await save("dedi", { name: "x".repeat(81), filter }))).toEqual([
    ["TOO_LARGE", "input.name"],
  ]);
  expect(codes(await save("dedi", { name: "Tanpa isi" }))).toEqual([["INVALID", "input.filter"]]);
  expect(codes(await save("dedi", { name: "Tiga", filter: { sopId: "x" } }))).toEqual([
    ["NOT_FOUND", "input.filter.sopId"],
  ]);
  expect(await viewsOf("dedi")).toHaveLength(2);
});

test("at most 50 are kept", async () => {
  for (let count = 0; count < 50; count += 1) {
    const payload = await save("wati", { name: `Ke-${count}`, filter: { scope: "DONE" } });
    expect(payload.userErrors).toEqual([]);
  }
  expect(codes(await save("wati", { name: "Lagi", filter: {} }))).toEqual([["TOO_LARGE", null]]);
});
