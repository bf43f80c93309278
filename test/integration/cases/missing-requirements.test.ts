import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { add, DraftDesk, node, update } from "../sops/draft-desk.js";
import { CaseDriver } from "./case-driver.js";

let driver: CaseDriver;
let desk: DraftDesk;
let sopId: string;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  const draft = await desk.letter("Kelengkapan");
  await desk.enacted(draft);
  sopId = draft.sopId;
});
afterAll(() => driver.stop());

const codes = ({ userErrors }: AnyData): string[] => userErrors.map(({ code }: AnyData) => code);

const setMissing = (by: string, missing: string): Promise<AnyData> =>
  driver.mutate(
    by,
    "setMissingRequirements",
    { officeId: desk.officeId, missing },
    "office { missingRequirements }",
  );

test("a step gives what another is linked to; the linked one is met by itself and shows the document", async () => {
  const { instance } = await desk.start(sopId, "pemohon");
  const [ask] = instance.openTasks;
  expect(ask.owedOutputs).toEqual([{ key: "surat" }]);
  const refused = await driver.complete("pemohon", ask.id);
  expect(codes(refused)).toEqual(["OUTPUT_REQUIRED"]);
  expect(refused.userErrors[0]).toMatchObject({ field: "input.outputs" });
  expect((refused.userErrors[0] as AnyData).message).toContain("Surat");
  const blank = { outputs: [{ output: "surat", reference: " \n" }] };
  expect(codes(await driver.complete("pemohon", ask.id, blank))).toEqual(["OUTPUT_REQUIRED"]);
  const given = [{ output: "surat", reference: "005/12/2026" }];
  const asked = await driver.complete("pemohon", ask.id, { outputs: given });
  const [examine] = asked.instance.openTasks;
  const fields = `requirements { text met output { name } given { reference } owedBy { key } }`;
  const document = `query ($id: ID!) { node(id: $id) { ... on Task { ${fields} } } }`;
  const { requirements } = (await driver.gql("budi", document, { id: examine.id })).node;
  expect(requirements).toEqual([
    {
      text: "Surat",
      met: true,
      output: { name: "Surat" },
      given: [{ reference: "005/12/2026" }],
      owedBy: [{ key: "ask" }],
    },
  ]);
});

test("only an admin lets it pass; then the log says what was missing, and a stricter office blocks again", async () => {
  expect(codes(await setMissing("manajer", "WARN"))).toEqual(["FORBIDDEN"]);
  expect(await setMissing("admin", "WARN")).toMatchObject({
    office: { missingRequirements: "WARN" },
  });
  const { instance } = await desk.start(sopId, "pemohon");
  const asked = await driver.complete("pemohon", instance.openTasks[0].id);
  expect(codes(asked)).toEqual([]);
  await setMissing("admin", "BLOCK");
  const [examine] = asked.instance.openTasks;
  const outcome = "examine-sign";
  const refused = await driver.complete("budi", examine.id, { outcome });
  expect(codes(refused)).toEqual(["REQUIREMENT_MISSING"]);
  const { message } = refused.userErrors[0] as AnyData;
  // Which document, which step and which lane owe it.
  for (const word of ["Surat", "Langkah ask", "Pemohon"]) expect(message).toContain(word);
  await setMissing("admin", "WARN");
  expect(codes(await driver.complete("budi", examine.id, { outcome }))).toEqual([]);
  const events = await driver.expectWholeLog(instance.id);
  const missing = events.flatMap((event) => (event.type === "TASK_DONE" ? [event.missing] : []));
  expect(missing).toEqual([["surat"], ["surat"]]);
  await setMissing("admin", "BLOCK");
});

test("a decision gives what the way needs that it chooses, and nothing where it refuses", async () => {
  const letter = await desk.letter("Rekomendasi");
  const draft = await desk.edited(
    letter,
    add("OUTPUTS", 1, { key: "rekomendasi", name: "Rekomendasi" }),
    update("NODES", node("examine", "DECISION", "staf", { outputs: ["rekomendasi"] })),
    update(
      "NODES",
      node("sign", "ACTIVITY", "kabid", {
        requirements: [{ text: "Rekomendasi", output: "rekomendasi" }],
      }),
    ),
  );
  await desk.enacted(draft);
  const fields = `owedOutputs { key } outcomes { key label owedOutputs { key name } }`;
  const read = `query ($id: ID!) { node(id: $id) { ... on Task { ${fields} } } }`;
  const examined = async (): Promise<AnyData> => {
    const { instance } = await desk.start(draft.sopId, "pemohon");
    return (await driver.complete("pemohon", instance.openTasks[0].id)).instance.openTasks[0];
  };
  const { id } = await examined();
  const owes = [{ key: "rekomendasi", name: "Rekomendasi" }];
  expect((await driver.gql("budi", read, { id })).node).toEqual({
    owedOutputs: [{ key: "rekomendasi" }],
    outcomes: [
      { key: "examine-sign", label: "Ya", owedOutputs: owes },
      { key: "examine-ask", label: "Tidak", owedOutputs: [] },
    ],
  });
  const refused = await driver.complete("budi", id, { outcome: "examine-sign" });
  expect(codes(refused)).toEqual(["OUTPUT_REQUIRED"]);
  expect((refused.userErrors[0] as AnyData).message).toContain("Rekomendasi");
  expect(codes(await driver.complete("budi", id, { outcome: "examine-ask" }))).toEqual([]);
  expect((await driver.gql("budi", read, { id })).node).toMatchObject({
    owedOutputs: [],
    outcomes: [{ owedOutputs: [] }, { owedOutputs: [] }],
  });

  const outputs = [{ output: "rekomendasi", reference: "045/7" }];
  const again = await examined();
  const { instance } = await driver.complete("budi", again.id, {
    outcome: "examine-sign",
    outputs,
  });
  const [sign] = instance.openTasks;
  expect(codes(await driver.complete(driver.workerOf(sign), sign.id))).toEqual([]);
});
