import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, HOUR } from "../cases/case-driver.js";
import { add, DraftDesk, edge, node, remove, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

const codes = (payload: AnyData): string[] => payload.userErrors.map((one: AnyData) => one.code);

describe("enacting", () => {
  test("turns a drawing into work at once, for the holders of its lanes", async () => {
    const draft = await desk.letter("Surat keluar");
    const version = await desk.enacted(draft);
    expect(version).toMatchObject({ version: 1, status: "IN_FORCE", problems: [] });
    expect(Date.parse(version.inForceFrom)).toBe(driver.api.clock.now());
    expect(await desk.sop(draft.sopId)).toMatchObject({
      status: "IN_FORCE",
      inForce: { version: 1 },
      draft: null,
    });

    let { instance } = await desk.start(draft.sopId, "pemohon");
    const shows = async (by: string): Promise<string[]> =>
      (await driver.gql(by, "{ tasks { nodes { node { text } } } }")).tasks.nodes.map(
        (task: AnyData) => task.node.text,
      );
    instance = await driver.step(instance, "ask", {
      outputs: [{ output: "surat", reference: "001/2026" }],
    });
    expect(await shows("budi")).toContain("Langkah examine");
    expect(await shows("siti")).toContain("Langkah examine");
    instance = await driver.steps(instance, "examine:examine-ask", "ask", "examine:examine-ask");
    instance = await driver.steps(instance, "ask", "examine:examine-sign");
    expect(await shows("budi")).not.toContain("Langkah examine");
    expect(await shows("kabid")).toContain("Langkah sign");
    driver.api.clock.advance(HOUR);
    instance = await driver.step(instance, "sign");
    await driver.expectCompleted(instance.id, HOUR);
  });

  test("tells everybody whose lane starts its cases, once it is in force", async () => {
    const draft = await desk.letter("Yang memulai");
    const read = async (by: string, id: string = draft.sopId) =>
      (
        await driver.gql(
          by,
          "query ($id: ID!) { node(id: $id) { ... on Sop { canStart startedByLane } } }",
          { id },
        )
      ).node;
    expect(await read("admin")).toEqual({ canStart: false, startedByLane: null });
    await desk.enacted(draft);
    expect(await read("pemohon")).toEqual({ canStart: true, startedByLane: "Pemohon" });
    const startedByLane = expect.stringMatching(/\S/);
    expect(await read("budi", driver.sop("000"))).toEqual({ canStart: true, startedByLane });
    expect(await read("kadis", driver.sop("000"))).toEqual({ canStart: false, startedByLane });
  });

  test("is a right of the office's approver and the admin", async () => {
    const draft = await desk.letter("Hak");
    expect(codes(await desk.enact(draft, "manajer"))).toEqual(["FORBIDDEN"]);
    for (const by of ["budi", "pemohon", "pkykadis"]) {
      expect(codes(await desk.enact(draft, by))).toEqual(["NOT_FOUND"]);
    }
    expect(codes(await desk.enact({ ...draft, revision: 1 }))).toEqual(["CONFLICT"]);
    expect(await desk.read(draft.id)).toEqual({ ...draft, sopId: undefined });
    expect(codes(await desk.enact(draft, "admin"))).toEqual([]);
    expect(codes(await desk.enact(draft, "admin"))).toEqual(["ALREADY_ENACTED"]);
    const late = await desk.edit(draft, [remove("NODES", "sign")]);
    expect(codes(late)).toEqual(["ALREADY_ENACTED"]);
  });

  test("refuses a connector to an SOP that is not there or was retired, and a circle that waits", async () => {
    const calling = async (title: string, sop: string, waits = true): Promise<AnyData> => {
      const draft = await desk.letter(title);
      const call = node("sign", "CONNECTOR", "kabid", { call: { sop, waits } });
      return desk.edited(draft, update("NODES", call));
    };
    const rules = ({ problems }: AnyData) => problems.map(({ rule }: AnyData) => rule);

    const first = await calling("Penghubung", driver.sop("003"));
    expect(first.nodes[3].call).toEqual({ sop: driver.sop("003"), waits: true });
    const nowhere = await desk.enact(await calling("Ke mana pun", "U29wOjk5OTk5OQ"));
    expect([codes(nowhere), rules(nowhere)]).toEqual([["PROBLEMS"], ["connector-known"]]);

    const retired = await desk.letter("Akan dicabut");
    await desk.enacted(retired);
    await driver.mutate("kadis", "retireSop", { sopId: retired.sopId }, "sop { id }");
    const late = await desk.enact(await calling("Ke yang dicabut", retired.sopId));
    expect(rules(late)).toEqual(["connector-known"]);
    expect(late.problems[0].message).toContain("Akan dicabut");

    // One that calls itself, and two that would wait for one another; not waiting is no circle.
    expect(rules(await desk.enact(await calling("Diri", first.sopId)))).toEqual([]);
    const second = await calling("Kedua", first.sopId);
    await desk.enacted(second);
    const back = await desk.edited(
      first,
      update(
        "NODES",
        node("sign", "CONNECTOR", "kabid", { call: { sop: second.sopId, waits: true } }),
      ),
    );
    const refused = await desk.enact(back);
    expect(rules(refused)).toEqual(["connector-cycle"]);
    expect(refused.problems[0]).toMatchObject({ nodeIds: ["sign"] });
    expect(refused.problems[0].message).toContain("“Penghubung” → “Kedua” → “Penghubung”");
    const apart = node("sign", "CONNECTOR", "kabid", { call: { sop: second.sopId, waits: false } });
    expect(codes(await desk.enact(await desk.edited(back, update("NODES", apart))))).toEqual([]);

    // Two that start one another at once would start hundreds of cases with the first.
    const [one, other] = [await desk.letter("Satu"), await desk.letter("Dua")];
    const starting = (draft: AnyData, sop: string): Promise<AnyData> => {
      const call = node("ask", "CONNECTOR", "pemohon", { call: { sop, waits: false } });
      const plain = node("examine", "DECISION", "staf");
      return desk.edited(draft, update("NODES", call), update("NODES", plain));
    };
    expect(rules(await desk.enact(await starting(one, other.sopId)))).toEqual([]);
    const chain = await desk.enact(await starting(other, one.sopId));
    expect(rules(chain)).toEqual(["connector-chain"]);
    expect(chain.problems[0].message).toContain("“Dua” → “Satu” → “Dua”");
  });
});

describe("a drawing with a fault is not enacted, and the fault is named with its node", () => {
  type Fault = Partial<Record<"nodeIds" | "edgeIds" | "laneIds", string[]>>;
  test.each<[string, string, Fault, (draft: AnyData) => object[]]>([
    ["no start", "one-start", { nodeIds: [] }, () => [remove("NODES", "start")]],
    [
      "two starts",
      "one-start",
      { nodeIds: ["start2", "start"] },
      () => [
        add("NODES", 0, node("start2", "START", "pemohon")),
        add("EDGES", 0, edge("start2", "ask")),
      ],
    ],
    ["no end", "has-end", { nodeIds: [] }, () => [remove("NODES", "end")]],
    [
      "a dangling edge",
      "dangling-edge",
      { edgeIds: ["sign-nowhere"], nodeIds: ["sign"] },
      () => [add("EDGES", 0, edge("sign", "nowhere"))],
    ],
    [
      "an unreachable step",
      "reachable-from-start",
      { nodeIds: ["island"] },
      () => [
        add("NODES", 3, node("island", "ACTIVITY", "staf")),
        add("EDGES", 0, edge("island", "sign")),
      ],
    ],
    [
      "a step from which there is no way on",
      "reaches-end",
      { nodeIds: ["trap"] },
      () => [
        add("NODES", 3, node("trap", "ACTIVITY", "staf")),
        add("EDGES", 0, edge("examine", "trap", "Ulang")),
      ],
    ],
    [
      "a decision with one outcome",
      "edge-count",
      { nodeIds: ["examine"] },
      () => [remove("EDGES", "examine-ask")],
    ],
    [
      "outcomes of one name",
      "named-outcomes",
      { nodeIds: ["examine"], edgeIds: ["examine-ask"] },
      () => [update("EDGES", edge("examine", "ask", " ya "))],
    ],
    [
      "an unbound lane",
      "bound-lane",
      { laneIds: ["kabid"], nodeIds: ["sign", "end"] },
      () => [update("LANES", { key: "kabid", name: "Kabid" })],
    ],
    [
      "a step without a word on it",
      "step-text",
      { nodeIds: ["examine"] },
      () => [update("NODES", node("examine", "DECISION", "staf", { text: " " }))],
    ],
    [
      "a step in a lane that is gone",
      "known-lane",
      { nodeIds: ["examine"] },
      () => [remove("LANES", "staf")],
    ],
    [
      "a decision in two lanes",
      "lane-count",
      { nodeIds: ["examine"] },
      () => [
        update(
          "NODES",
          node("examine", "DECISION", "staf", {
            parts: [{ laneKey: "staf" }, { laneKey: "kabid" }],
          }),
        ),
      ],
    ],
    [
      "an output that is gone",
      "known-output",
      { nodeIds: ["ask"] },
      () => [remove("OUTPUTS", "surat")],
    ],
  ])("%s: %s", async (_what, rule, fault, edits) => {
    const draft = await desk.letter("Salah");
    const drawn = await desk.edited(draft, ...(edits(draft) as Record<string, unknown>[]));
    const found = drawn.problems.filter((problem: AnyData) => problem.rule === rule);
    expect(found).toContainEqual(expect.objectContaining(fault));
    const payload = await desk.enact(drawn);
    expect(codes(payload)).toEqual(["PROBLEMS"]);
    expect(payload.problems).toEqual(drawn.problems);
    for (const { message } of payload.problems) expect(message).not.toMatch(/[{}]/);
    const [named] = fault.nodeIds ?? [];
    const text = drawn.nodes.find(({ key }: AnyData) => key === named)?.text;
    if (text) expect(found.some(({ message }: AnyData) => message.includes(text))).toBe(true);
    expect(await desk.sop(draft.sopId)).toMatchObject({ status: "DRAFT_ONLY", inForce: null });
    expect(await desk.read(draft.id)).toEqual({ ...drawn, sopId: undefined });
  });
});

describe("a new version", () => {
  const revise = async (sopId: string): Promise<AnyData> =>
    (await driver.mutate("admin", "reviseSop", { sopId }, "version { id revision version }"))
      .version;

  test("is for new cases; those that run go on with theirs, to the end", async () => {
    const draft = await desk.letter("Berubah");
    await desk.enacted(draft);
    const old = (await desk.start(draft.sopId, "pemohon")).instance;
    driver.api.clock.advance(HOUR);

    const second = await desk.edited(
      { ...(await revise(draft.sopId)), sopId: draft.sopId },
      update("NODES", node("sign", "ACTIVITY", "kabid", { text: "Menandatangani elektronik" })),
      remove("EDGES", "ask-examine"),
      add("NODES", 2, node("register", "ACTIVITY", "staf")),
      add("EDGES", 1, edge("ask", "register")),
      add("EDGES", 2, edge("register", "examine")),
    );
    expect(second.version).toBe(2);
    // While it is drawn, nothing changes for anybody.
    expect((await desk.start(draft.sopId, "pemohon")).instance.version.version).toBe(1);
    await desk.enacted(second);
    expect((await desk.sop(draft.sopId)).versions).toEqual([
      { version: 2, status: "IN_FORCE" },
      { version: 1, status: "SUPERSEDED" },
    ]);

    const young = (await desk.start(draft.sopId, "pemohon")).instance;
    expect(young.version.version).toBe(2);
    const after = await driver.step(young, "ask");
    expect(driver.openSteps(after)).toEqual(["register"]);
    const signing = await driver.steps(old, "ask", "examine:examine-sign");
    const { openTasks, version } = await driver.read(
      signing.id,
      "version { version } openTasks { node { text } }",
    );
    expect(version.version).toBe(1);
    expect(openTasks).toEqual([{ node: { text: "Langkah sign" } }]);
    expect(await driver.step(signing, "sign")).toMatchObject({ status: "COMPLETED" });
  });

  test("comes into force at its instant, without a timer, and not in the past", async () => {
    const draft = await desk.letter("Terjadwal");
    const from = driver.api.clock.now() + 3 * HOUR;
    const at = (moment: number) => ({ inForceFrom: new Date(moment).toISOString() });
    const past = await desk.enact(draft, "kadis", at(driver.api.clock.now() - 1));
    expect(codes(past)).toEqual(["INVALID"]);
    expect(await desk.enacted(draft, at(from))).toMatchObject({ status: "SCHEDULED" });
    expect(await desk.sop(draft.sopId)).toMatchObject({ status: "SCHEDULED", inForce: null });
    driver.api.clock.set(from - 1);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_IN_FORCE"]);
    driver.api.clock.set(from);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual([]);
    expect(await desk.sop(draft.sopId)).toMatchObject({
      status: "IN_FORCE",
      inForce: { version: 1 },
    });

    // The next one waits while this one stays in force.
    const next = await revise(draft.sopId);
    await desk.enacted(next, at(from + 2 * HOUR));
    expect((await desk.sop(draft.sopId)).versions).toEqual([
      { version: 2, status: "SCHEDULED" },
      { version: 1, status: "IN_FORCE" },
    ]);
    const third = await revise(draft.sopId);
    for (const early of [at(from + HOUR), {}]) {
      const refused = await desk.enact(third, "kadis", early);
      expect(refused.userErrors).toMatchObject([{ code: "INVALID", field: "input.inForceFrom" }]);
    }
    const { instance } = await desk.start(draft.sopId, "pemohon");
    expect(instance.version.version).toBe(1);
    driver.api.clock.set(from + 2 * HOUR);
    expect((await desk.start(draft.sopId, "pemohon")).instance.version.version).toBe(2);
  });

  test("of a retired SOP brings it back; until then nothing starts, and what runs goes on", async () => {
    const draft = await desk.letter("Dicabut");
    expect(
      codes(await driver.mutate("kadis", "retireSop", { sopId: draft.sopId }, "sop { id }")),
    ).toEqual(["NOT_IN_FORCE"]);
    await desk.enacted(draft);
    const { instance } = await desk.start(draft.sopId, "pemohon");
    const retire = (by: string) =>
      driver.mutate(by, "retireSop", { sopId: draft.sopId }, "sop { id status }");
    for (const by of ["budi", "manajer", "pkykadis"]) {
      expect(codes(await retire(by))).toEqual(["FORBIDDEN"]);
    }
    expect((await retire("kadis")).sop.status).toBe("RETIRED");
    expect(codes(await retire("kadis"))).toEqual(["NOT_IN_FORCE"]);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_IN_FORCE"]);
    const done = await driver.steps(instance, "ask", "examine:examine-sign", "sign");
    expect(done.status).toBe("COMPLETED");

    // A new version brings the SOP back from its own instant on, and no old version before.
    const listed = async (status: string): Promise<boolean> => {
      const document = `{ sops(first: 100, filter: { status: ${status} }) { nodes { id } } }`;
      const { sops } = await driver.gql("admin", document);
      return sops.nodes.some(({ id }: AnyData) => id === draft.sopId);
    };
    const from = driver.api.clock.now() + HOUR;
    const version = await revise(draft.sopId);
    await desk.enacted(version, { inForceFrom: new Date(from).toISOString() });
    expect(await desk.sop(draft.sopId)).toMatchObject({
      status: "RETIRED",
      inForce: null,
      versions: [
        { version: 2, status: "SCHEDULED" },
        { version: 1, status: "RETIRED" },
      ],
    });
    expect([await listed("RETIRED"), await listed("IN_FORCE")]).toEqual([true, false]);
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_IN_FORCE"]);
    driver.api.clock.set(from);
    expect([await listed("RETIRED"), await listed("IN_FORCE")]).toEqual([false, true]);
    expect(await desk.sop(draft.sopId)).toMatchObject({
      status: "IN_FORCE",
      inForce: { version: 2 },
    });
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual([]);
  });

  test("that is retired before its instant never comes into force", async () => {
    const draft = await desk.letter("Dicabut sebelum berlaku");
    const from = driver.api.clock.now() + HOUR;
    await desk.enacted(draft, { inForceFrom: new Date(from).toISOString() });
    await driver.mutate("kadis", "retireSop", { sopId: draft.sopId }, "sop { id }");
    driver.api.clock.set(from + HOUR);
    expect(await desk.sop(draft.sopId)).toMatchObject({ status: "RETIRED", inForce: null });
    expect(codes(await desk.start(draft.sopId, "pemohon"))).toEqual(["NOT_IN_FORCE"]);
  });

  test("need not wait for one that was retired before its instant", async () => {
    const draft = await desk.letter("Dipercepat");
    await desk.enacted(draft);
    const far = driver.api.clock.now() + 9 * HOUR;
    await desk.enacted(await revise(draft.sopId), { inForceFrom: new Date(far).toISOString() });
    await driver.mutate("kadis", "retireSop", { sopId: draft.sopId }, "sop { id }");
    await desk.enacted(await revise(draft.sopId));
    for (const moment of [driver.api.clock.now() + 1, far + HOUR]) {
      driver.api.clock.set(moment);
      expect((await desk.sop(draft.sopId)).inForce.version).toBe(3);
      expect((await desk.start(draft.sopId, "pemohon")).instance.version.version).toBe(3);
    }
  });
});

test("numbers are unique in an office, with their part", async () => {
  const create = (number: string, part: string | null = null) =>
    driver.mutate(
      "admin",
      "createSop",
      { officeId: desk.officeId, number, part, title: "Nomor" },
      "sop { id number part }",
    );
  const results = await Promise.all([create("1/2026"), create("1/2026"), create(" 1/2026 ")]);
  expect(results.flatMap(codes)).toEqual(["DUPLICATE_NUMBER", "DUPLICATE_NUMBER"]);
  expect((await create("1/2026", "B")).sop).toMatchObject({ number: "1/2026", part: "B" });
});
