import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rules } from "../../../domain/index.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { addPerson } from "../cases/people-of-the-test.js";
import { add, DraftDesk, node, update } from "./draft-desk.js";

let driver: CaseDriver;
let desk: DraftDesk;
let elsewhere: string;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
  await addPerson(driver.api, "admin2", "admin", { role: "ADMIN" });
  const { offices } = await driver.gql("admin", "{ offices { id } }");
  elsewhere = offices.find(({ id }: AnyData) => id !== desk.officeId).id;
});
beforeEach(() => set(usual));
afterAll(() => driver?.stop());

type Level = "ERROR" | "WARNING" | "OFF";
type Levels = Readonly<Record<string, Level>>;

const usual: Levels = Object.fromEntries(
  rules.filter(({ isSwitchable }) => isSwitchable).map(({ name, level }) => [name, level]),
);

function set(levels: Levels, by = "admin", officeId = desk.officeId, api?: TestApi) {
  const input = {
    officeId,
    levels: Object.entries(levels).map(([rule, level]) => ({ rule, level })),
  };
  const fields = "office { ruleLevels { rule level defaultLevel } }";
  return driver.mutate(by, "setOfficeRuleLevels", input, fields, api);
}

async function read(officeId = desk.officeId, by = "admin"): Promise<Levels> {
  const { offices } = await driver.gql(by, "{ offices { id ruleLevels { rule level } } }");
  const { ruleLevels } = offices.find(({ id }: AnyData) => id === officeId);
  return Object.fromEntries(ruleLevels.map(({ rule, level }: AnyData) => [rule, level]));
}

const entries = async (): Promise<AnyData[]> =>
  (
    await driver.gql(
      "admin",
      `{ auditEntries(first: 100, filter: { action: RULE_LEVELS_SET }) {
        nodes { actorName subjectName changes { field before after } } } }`,
    )
  ).auditEntries.nodes;

const codes = ({ userErrors }: AnyData): string[] => userErrors.map(({ code }: AnyData) => code);

/** A letter with a lane in which nobody does anything. */
const idle = async (title: string): Promise<AnyData> =>
  desk.edited(await desk.letter(title), add("LANES", 3, { key: "kosong", name: "Sekretaris" }));

/** A letter whose first step needs the paper that it makes itself, after it is done. */
const early = async (title: string): Promise<AnyData> => {
  const requirements = [{ text: "Surat", output: "surat" }];
  const ask = node("ask", "ACTIVITY", "pemohon", { requirements });
  const examine = node("examine", "DECISION", "staf", { outputs: ["surat"] });
  return desk.edited(await desk.letter(title), update("NODES", ask), update("NODES", examine));
};

async function found({ id }: AnyData, by = "kadis"): Promise<AnyData> {
  const parts = "rule level nodeIds laneIds";
  const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
    problems { ${parts} } warnings { ${parts} } } } }`;
  const { problems, warnings } = (await driver.gql(by, document, { id })).node;
  const of = (rule: string) => (one: AnyData) => one.rule === rule;
  return {
    problems: (rule: string) => problems.filter(of(rule)),
    warnings: (rule: string) => warnings.filter(of(rule)),
  };
}

const letPass = (missing: "BLOCK" | "WARN") =>
  driver.gql(
    "admin",
    `mutation ($input: SetMissingRequirementsInput!) {
      setMissingRequirements(input: $input) { userErrors { code } } }`,
    { input: { officeId: desk.officeId, missing } },
  );

describe("missing papers", () => {
  const rule = "output-before-needed";

  test("are an error for as long as a step cannot be completed without them", async () => {
    const draft = await early("Wajib kelengkapan");
    for (const level of ["WARNING", "OFF"] as const) {
      const refused = await set({ [rule]: level });
      expect(refused.userErrors).toMatchObject([
        { code: "RULE_NEEDED", field: "input.levels.0.level" },
      ]);
    }
    expect((await set({ [rule]: "ERROR" })).userErrors).toEqual([]);

    await letPass("WARN");
    expect((await set({ [rule]: "OFF" })).userErrors).toEqual([]);
    expect((await found(draft)).problems(rule)).toEqual([]);
    // The choice does not count while the office is strict again.
    await letPass("BLOCK");
    expect((await found(draft)).problems(rule)).toHaveLength(1);
    expect(codes(await desk.enact(draft))).toEqual(["PROBLEMS"]);
    expect(await read()).toMatchObject({ [rule]: "ERROR" });
    await letPass("WARN");
    await set({ [rule]: "ERROR" });
    await letPass("BLOCK");
  });
});

describe("a rule that may be switched", () => {
  beforeAll(() => letPass("WARN"));
  afterAll(() => letPass("BLOCK"));

  test.each([
    ["idle-lane", idle, { nodeIds: [], laneIds: ["kosong"] }],
    ["output-before-needed", early, { nodeIds: ["ask"], laneIds: [] }],
  ])(
    "%s decides over enactment as the office takes it, and about its own SOPs only",
    async (rule, draw, place) => {
      const draft = await draw(`Tingkat ${rule}`);

      await set({ [rule]: "ERROR" });
      const strict = await found(draft);
      expect(strict.problems(rule)).toEqual([{ rule, level: "ERROR", ...place }]);
      expect(strict.warnings(rule)).toEqual([]);
      const refused = await desk.enact(draft);
      expect(codes(refused)).toEqual(["PROBLEMS"]);
      expect(refused.problems.map((one: AnyData) => one.rule)).toEqual([rule]);

      await set({ [rule]: "OFF" });
      const blind = await found(draft);
      expect([blind.problems(rule), blind.warnings(rule)]).toEqual([[], []]);

      await set({ [rule]: "WARNING" });
      // What another office thinks of it is nothing to this one.
      await set({ [rule]: "ERROR" }, "admin", elsewhere);
      const mild = await found(draft);
      expect(mild.problems(rule)).toEqual([]);
      expect(mild.warnings(rule)).toEqual([{ rule, level: "WARNING", ...place }]);
      const payload = await desk.enact(draft);
      expect([codes(payload), payload.problems]).toEqual([[], []]);

      // What is enacted stays so when the office grows stricter; the rule is only told as a warning.
      await set({ [rule]: "ERROR" });
      expect(await desk.sop(draft.sopId)).toMatchObject({ status: "IN_FORCE" });
      expect((await found(draft)).problems(rule)).toEqual([]);
      await set({ [rule]: usual[rule]! }, "admin", elsewhere);
    },
  );

  test("OFF lets a drawing pass that ERROR refuses", async () => {
    const draft = await idle("Dibiarkan");
    await set({ "idle-lane": "ERROR" });
    expect(codes(await desk.enact(draft))).toEqual(["PROBLEMS"]);
    await set({ "idle-lane": "OFF" });
    expect(codes(await desk.enact(draft))).toEqual([]);
  });
});

describe("levels", () => {
  test("are as the rules have it until the admin chooses, rule by rule, and are read by everybody", async () => {
    expect(await read()).toEqual(usual);
    const { office } = await set({ "idle-lane": "OFF" });
    expect(office.ruleLevels).toContainEqual({
      rule: "idle-lane",
      level: "OFF",
      defaultLevel: usual["idle-lane"],
    });
    expect(await read()).toEqual({ ...usual, "idle-lane": "OFF" });
    await set({ "step-verb": "ERROR" });
    const both = { ...usual, "idle-lane": "OFF", "step-verb": "ERROR" };
    expect(await read(desk.officeId, "budi")).toEqual(both);
    expect(await read(elsewhere)).toEqual(usual);
    await set({ "idle-lane": usual["idle-lane"]! });
    expect(await read()).toEqual({ ...both, "idle-lane": usual["idle-lane"] });
  });

  test("that two admins choose at once, of different rules, are both kept", async () => {
    for (let round = 0; round < 5; round += 1) {
      await set(usual);
      const answers = await Promise.all([
        set({ "idle-lane": "OFF" }, "admin"),
        set({ "step-verb": "ERROR" }, "admin2"),
      ]);
      expect(answers.map(codes)).toEqual([[], []]);
      expect(await read()).toEqual({
        ...usual,
        "idle-lane": "OFF",
        "step-verb": "ERROR",
      });
    }
  });

  test("are kept also when the admins are on two servers", async () => {
    const other = await driver.api.startAnother();
    const desks = { "idle-lane": "OFF", "step-verb": "ERROR" } as const;
    await Promise.all([
      set({ "idle-lane": desks["idle-lane"] }, "admin"),
      set({ "step-verb": desks["step-verb"] }, "admin2", desk.officeId, other),
    ]);
    await other.stop();
    expect(await read()).toEqual({ ...usual, ...desks });
  });

  test("are audited, with what they were and are, and only where something changed", async () => {
    const before = await entries();
    await set({ "idle-lane": "ERROR", "step-verb": usual["step-verb"]! });
    await set({ "idle-lane": "ERROR" });
    const after = await entries();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      subjectName: expect.stringContaining("Komunikasi"),
      changes: [{ field: "idle-lane", before: usual["idle-lane"], after: "ERROR" }],
    });
  });

  test.each(["kadis", "manajer", "budi", "pemohon"])("are not %s's to choose", async (by) => {
    expect(codes(await set({ "idle-lane": "OFF" }, by))).toEqual(["FORBIDDEN"]);
    expect(await read()).toEqual(usual);
  });

  test.each<[string, string, object[], string, string]>([
    [
      "a rule that is not there",
      "RULE_UNKNOWN",
      [
        { rule: "idle-lane", level: "OFF" },
        { rule: "no-such-rule", level: "OFF" },
      ],
      "input.levels.1.rule",
      "Aturan itu tidak ada: “no-such-rule”.",
    ],
    ...(
      ["option-to-complete", "one-token", "soundness-unknown", "one-start", "bound-lane"] as const
    ).map((rule): [string, string, object[], string, string] => [
      `${rule}, which holds for all`,
      "RULE_FIXED",
      [{ rule, level: "OFF" }],
      "input.levels.0.rule",
      `Aturan ini (“${rule}”) berlaku bagi semua perangkat daerah dan tidak dapat diubah.`,
    ]),
    [
      "the same rule twice",
      "RULE_TWICE",
      [
        { rule: "idle-lane", level: "OFF" },
        { rule: "idle-lane", level: "ERROR" },
      ],
      "input.levels.1.rule",
      "Ada aturan yang disebut lebih dari sekali: “idle-lane”.",
    ],
    [
      "__proto__",
      "RULE_UNKNOWN",
      [{ rule: "__proto__", level: "OFF" }],
      "input.levels.0.rule",
      "Aturan itu tidak ada: “__proto__”.",
    ],
  ])(
    "of %s are refused (%s), and nothing is chosen",
    async (_what, code, levels, field, message) => {
      const input = { officeId: desk.officeId, levels };
      const payload = await driver.mutate("admin", "setOfficeRuleLevels", input, "office { id }");
      expect(payload).toEqual({ office: null, userErrors: [{ code, field, message }] });
      await driver.mutate("admin", "setMyLocale", { locale: "en" }, "__typename");
      const english = await driver.mutate("admin", "setOfficeRuleLevels", input, "office { id }");
      await driver.mutate("admin", "setMyLocale", { locale: "id" }, "__typename");
      expect(codes(english)).toEqual([code]);
      expect(english.userErrors[0].message).toMatch(/rule/i);
      expect(await read()).toEqual(usual);
    },
  );

  test("of an office that is not there are refused", async () => {
    expect(codes(await set({ "idle-lane": "OFF" }, "admin", "T2ZmaWNlOjk5OTk5OQ"))).toEqual([
      "NOT_FOUND",
    ]);
  });
});
