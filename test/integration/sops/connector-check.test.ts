import { afterAll, beforeAll, expect, test } from "vitest";
import type { SopDocument } from "../../../domain/index.js";
import { connectorProblems } from "../../../server/features/sops/connector-problems.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { Row } from "../../../server/persistence/database.js";
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

const fields = `revision status connectorCheck { revision
  problems { rule level message nodeIds edgeIds laneIds sopTitles run { nodeId } } }
  problems { rule sopTitles }`;

/** What is told of a version's connectors, and its other problems' rules. */
async function check(versionId: string, by = "admin"): Promise<AnyData> {
  const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${fields} } } }`;
  return (await driver.gql(by, document, { id: versionId })).node;
}

const told = async ({ id }: AnyData) =>
  (await check(id)).connectorCheck.problems.map(({ rule, nodeIds, sopTitles }: AnyData) => [
    rule,
    nodeIds,
    sopTitles,
  ]);

const calling = (version: AnyData, sop: string, waits = true): Promise<AnyData> =>
  desk.edited(
    version,
    update("NODES", node("sign", "CONNECTOR", "kabid", { call: { sop, waits } })),
  );

async function revised(sopId: string): Promise<AnyData> {
  const payload = await driver.mutate("admin", "reviseSop", { sopId }, "version { id revision }");
  return { ...payload.version, sopId };
}

test("what other SOPs do to a drawing's connectors is told before anybody enacts it, and comes and goes with them", async () => {
  const first = await desk.letter("Izin");
  const second = await calling(await desk.letter("Rekomendasi"), first.sopId);
  const back = await calling(first, second.sopId);
  // Neither is in force: whichever comes first may.
  expect([await told(back), await told(second)]).toEqual([[], []]);
  await desk.enacted(second);
  const answer = await check(back.id);
  expect(answer.connectorCheck).toEqual({
    revision: back.revision,
    problems: [
      {
        rule: "connector-cycle",
        level: "ERROR",
        message: expect.stringContaining("“Izin” → “Rekomendasi” → “Izin”"),
        nodeIds: ["sign"],
        edgeIds: [],
        laneIds: [],
        sopTitles: ["Izin", "Rekomendasi", "Izin"],
        run: null,
      },
    ],
  });
  // It is one of the problems for which it would be refused.
  const titles = ["Izin", "Rekomendasi", "Izin"];
  expect(answer.problems).toEqual([{ rule: "connector-cycle", sopTitles: titles }]);
  // The approver is told the same; who may not read the draft is told nothing.
  expect((await check(back.id, "kadis")).connectorCheck).toEqual(answer.connectorCheck);
  expect(await check(back.id, "budi")).toBeNull();

  // The other SOP is mended, and nothing of this one has changed.
  const mended = await calling(await revised(second.sopId), driver.sop("003"));
  await desk.enacted(mended);
  // Until it is in force, what it replaces may still start cases.
  driver.api.clock.advance(HOUR);
  expect(await told(back)).toEqual([]);
  await driver.mutate("kadis", "retireSop", { sopId: second.sopId }, "sop { id }");
  expect(await told(back)).toEqual([["connector-known", ["sign"], ["Rekomendasi"]]]);
});

test("each connector is told of by its shortest way, and of what is not there nothing is named", async () => {
  const [home, near, far] = [
    await desk.letter("Rumah"),
    await desk.letter("Dekat"),
    await desk.letter("Jauh"),
  ];
  await desk.enacted(await calling(near, home.sopId));
  await desk.enacted(await calling(far, near.sopId));
  const connector = (key: string, sop: string, waits: boolean) =>
    add("NODES", 1, node(key, "CONNECTOR", "kabid", { call: { sop, waits } }));
  const drawn = await desk.edited(
    home,
    connector("self", home.sopId, true),
    connector("near", near.sopId, true),
    connector("far", far.sopId, true),
    connector("apart", far.sopId, false),
    connector("none", "U29wOjk5OTk5OQ", false),
    remove("EDGES", "start-ask"),
    add("EDGES", 0, edge("start", "near")),
    add("EDGES", 1, edge("near", "far")),
    add("EDGES", 2, edge("far", "apart")),
    add("EDGES", 3, edge("apart", "none")),
    add("EDGES", 4, edge("none", "self")),
    add("EDGES", 5, edge("self", "ask")),
  );
  expect((await told(drawn)).toSorted()).toEqual([
    ["connector-cycle", ["far"], ["Rumah", "Jauh", "Dekat", "Rumah"]],
    ["connector-cycle", ["near"], ["Rumah", "Dekat", "Rumah"]],
    ["connector-cycle", ["self"], ["Rumah", "Rumah"]],
    ["connector-known", ["none"], []],
  ]);
});

test("of a drawing without connectors nothing is found", async () => {
  const plain = await desk.letter("Polos");
  expect((await check(plain.id)).connectorCheck).toEqual({
    revision: plain.revision,
    problems: [],
  });
});

/** What a version is told to break that would keep it from being enacted. */
async function errors(versionId: string): Promise<AnyData> {
  const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
    status problems { rule } warnings { rule level sopTitles } connectorCheck { problems { rule sopTitles } } } } }`;
  const { node: version } = await driver.gql("admin", document, { id: versionId });
  const warned = version.warnings.filter(({ level }: AnyData) => level === "ERROR");
  const told = ({ rule, sopTitles }: AnyData) => [rule, ...sopTitles];
  const { status, problems, connectorCheck } = version;
  expect(warned.map(told)).toEqual(connectorCheck.problems.map(told));
  expect(problems).toEqual([]);
  return [status, ...warned.map(told)];
}

test.each([true, false])(
  "an SOP in force or to come tells that one which it runs was retired, whether it waits for it (%s) or not",
  async (waits) => {
    const other = await desk.letter(`Segera dicabut ${waits}`);
    await desk.enacted(other);
    const first = await calling(
      await desk.letter(`Memanggil, menunggu ${waits}`),
      other.sopId,
      waits,
    );
    await desk.enacted(first);
    const later = await revised(first.sopId);
    const inForceFrom = new Date(driver.api.clock.now() + HOUR).toISOString();
    await desk.enacted(later, { inForceFrom });
    expect(await errors(first.id)).toEqual(["IN_FORCE"]);
    expect(await errors(later.id)).toEqual(["SCHEDULED"]);

    await driver.mutate("kadis", "retireSop", { sopId: other.sopId }, "sop { id }");
    const lost = ["connector-known", `Segera dicabut ${waits}`];
    expect(await errors(first.id)).toEqual(["IN_FORCE", lost]);
    expect(await errors(later.id)).toEqual(["SCHEDULED", lost]);
    // On what is replaced, and what is retired itself, no case is started any more.
    driver.api.clock.advance(HOUR);
    expect(await errors(first.id)).toEqual(["SUPERSEDED"]);
    expect(await errors(later.id)).toEqual(["IN_FORCE", lost]);
    // Enacted anew, it is there again.
    await desk.enacted(await revised(other.sopId));
    expect(await errors(later.id)).toEqual(["IN_FORCE"]);
    await driver.mutate("kadis", "retireSop", { sopId: other.sopId }, "sop { id }");
    await driver.mutate("kadis", "retireSop", { sopId: first.sopId }, "sop { id }");
    expect(await errors(later.id)).toEqual(["RETIRED"]);
  },
);

test("whether SOPs were retired is read once nobody can retire them unseen any more", async () => {
  for (const waits of [true, false]) {
    const other = await desk.letter(`Dicabut lebih dulu ${waits}`);
    await desk.enacted(other);
    const caller = await calling(await desk.letter(`Datang kemudian ${waits}`), other.sopId, waits);
    const drawn = await driver.api.database.reader.get<Row & { document: string }>(
      "SELECT document FROM sop_version WHERE id = ?",
      [parseGlobalId(caller.id)?.id ?? 0],
    );
    const { graph } = JSON.parse(drawn?.document ?? "") as SopDocument;
    const sopId = parseGlobalId(caller.sopId)?.id ?? 0;
    const ctx = systemContext("test", driver.api.clock.now);
    const settled: number[] = [];
    // As where a retirement elsewhere is committed just before these rows are written.
    const settle = async (ids: readonly number[]): Promise<void> => {
      settled.push(...ids);
      if (!ids.includes(parseGlobalId(other.sopId)?.id ?? 0)) return;
      await driver.mutate("kadis", "retireSop", { sopId: other.sopId }, "sop { id }");
    };
    const found = await connectorProblems(
      ctx,
      driver.api.database.reader,
      [{ sopId, graph }],
      settle,
    );
    expect(found.flat().map(({ rule }) => rule)).toEqual(["connector-known"]);
    expect(settled).toHaveLength(new Set(settled).size);
  }
});

test("a circle of many SOPs is named by its beginning and its end", async () => {
  const home = await desk.letter("Lingkaran 0");
  let before = home.sopId;
  for (let at = 1; at < 25; at += 1) {
    const next = await calling(await desk.letter(`Lingkaran ${at}`), before);
    await desk.enacted(next);
    before = next.sopId;
  }
  const [[rule, , sopTitles]] = await told(await calling(home, before));
  expect(rule).toBe("connector-cycle");
  const titles: string[] = sopTitles;
  expect(titles).toHaveLength(20);
  expect(titles.slice(0, 2)).toEqual(["Lingkaran 0", "Lingkaran 24"]);
  expect(titles.slice(-3)).toEqual(["Lingkaran 8", "…", "Lingkaran 0"]);
});

/** The requester alone, so that it shares no position with another; in it one connector. */
async function alone(title: string): Promise<AnyData> {
  return desk.edited(
    await desk.create(title),
    update("LANES", { key: "pelaksana", name: "Pemohon", bindingType: "REQUESTER" }),
    update("NODES", node("start", "START", "pelaksana")),
    update("NODES", node("end", "END", "pelaksana")),
    remove("EDGES", "start-end"),
    add("NODES", 1, node("ask", "ACTIVITY", "pelaksana")),
    add("NODES", 2, node("sign", "ACTIVITY", "pelaksana")),
    add("EDGES", 0, edge("start", "ask")),
    add("EDGES", 1, edge("ask", "sign")),
    add("EDGES", 2, edge("sign", "end")),
  );
}

test("of two that are enacted at once and would close a circle, one is", async () => {
  const running = (version: AnyData, sop: string) =>
    desk.edited(
      version,
      update("NODES", node("sign", "CONNECTOR", "pelaksana", { call: { sop, waits: true } })),
    );
  for (let round = 0; round < 10; round += 1) {
    const [one, other] = [await alone(`Serentak ${round}`), await alone(`Bersama ${round}`)];
    const both = [await running(one, other.sopId), await running(other, one.sopId)];
    // What is found of the drawings is known by then, and both go into their transactions at once.
    for (const { id } of both) await desk.read(id);
    const answers = await Promise.all(
      both.map((version, at) => desk.enact(version, at === 0 ? "kadis" : "admin")),
    );
    const rules = answers.map(({ problems }) => problems.map(({ rule }: AnyData) => rule).join());
    expect(rules.toSorted()).toEqual(["", "connector-cycle"]);
  }
});

test("of an enactment and the retirement of what it runs at once, none is unseen by the other", async () => {
  for (let round = 0; round < 10; round += 1) {
    const called = await alone(`Dipanggil ${round}`);
    await desk.enacted(called);
    const call = { call: { sop: called.sopId, waits: round % 2 === 0 } };
    const connector = update("NODES", node("sign", "CONNECTOR", "pelaksana", call));
    const caller = await desk.edited(await alone(`Pemanggil ${round}`), connector);
    await desk.read(caller.id);
    const [answer] = await Promise.all([
      desk.enact(caller),
      driver.mutate("admin", "retireSop", { sopId: called.sopId }, "sop { id }"),
    ]);
    const lost = ["connector-known", `Dipanggil ${round}`];
    if (answer.problems.length === 0) expect(await errors(caller.id)).toEqual(["IN_FORCE", lost]);
    else expect(answer.problems.map(({ rule }: AnyData) => rule)).toEqual(["connector-known"]);
  }
});
