import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { CaseDriver, taskFields } from "../cases/case-driver.js";
import { addPerson, tokenWith } from "../cases/people-of-the-test.js";

let driver: CaseDriver;
const clients = new Map<string, TestClient | null>();
let ofPemohon: string;
let ofSumiati: string;

/**
 * What somebody gets of an open task in the requester's lane, by each path: whether it is in the
 * worklist by which they act, and among what nobody has claimed; whether it says that they can claim
 * and complete it, and what they are answered when they claim, delegate, release and complete it.
 * `complete` comes without the case's own outcome, on a step that needs none: whoever may is not
 * asked here, for it would change the case.
 */
const paths = [
  "actionable",
  "unclaimed",
  "canClaim",
  "canComplete",
  "claim",
  "delegate",
  "complete",
];

const stranger = "no no no no WRONG_LANE WRONG_LANE WRONG_LANE";
const unseen = "no no gone gone NOT_FOUND NOT_FOUND NOT_FOUND";
const nobody = `UNAUTHENTICATED no gone gone ${"UNAUTHENTICATED ".repeat(3).trim()}`;

const withAccount: Readonly<Record<string, string>> = {
  admin: stranger,
  manager: stranger,
  approver: stranger,
  frontDesk: stranger,
  holder: stranger,
  otherDesk: unseen,
  otherRequester: unseen,
  nobody,
  tokenOfStarts: "no no gone gone FORBIDDEN FORBIDDEN NOT_FOUND",
  // A program lists what it may read, and is told by each task whether it may do it.
  tokenOfAll: "yes no no no FORBIDDEN FORBIDDEN WRONG_LANE",
};

const withoutAccount: Readonly<Record<string, string>> = {
  ...withAccount,
  pemohon: unseen,
  frontDesk: "yes yes yes yes - WRONG_LANE -",
  tokenOfStarts: "no no gone gone FORBIDDEN FORBIDDEN -",
  tokenOfAll: "yes no no yes FORBIDDEN FORBIDDEN -",
};

beforeAll(async () => {
  driver = await CaseDriver.start();
  await addPerson(driver.api, "warga", "pemohon");
  await addPerson(driver.api, "loketlain", "pkykadis", { role: "FRONT_DESK" });
  ofPemohon = (await driver.start("003")).openTasks[0].id;
  const input = { sopId: driver.sop("003"), requesterName: "Bu Sumiati" };
  const fields = `instance { openTasks { ${taskFields} } }`;
  const { instance } = await driver.mutate("loket", "startInstance", input, fields);
  ofSumiati = instance.openTasks[0].id;
  const people = {
    ...{ admin: "admin", manager: "manajer", approver: "kadis", frontDesk: "loket" },
    ...{ holder: "kabid", otherDesk: "loketlain", otherRequester: "warga", pemohon: "pemohon" },
  };
  for (const [who, username] of Object.entries(people)) clients.set(who, await driver.as(username));
  clients.set("nobody", null);
  clients.set("tokenOfStarts", await tokenWith(driver, "CASES_START"));
  const all = ["CASES_START", "CASES_READ", "TASKS_READ", "SOPS_READ"] as const;
  clients.set("tokenOfAll", await tokenWith(driver, ...all));
});
afterAll(() => driver?.stop());

const codeOf = (errors: AnyData): string | null => errors?.[0]?.extensions.code ?? null;

async function tried(who: string, taskId: string, expected: string): Promise<string> {
  const client = clients.get(who) ?? null;
  const { api } = driver;
  const listed = async (scope: string): Promise<string> => {
    const document = `{ tasks(first: 100, filter: { scope: ${scope} }) { nodes { id } } }`;
    const { data, errors } = await api.send(client, document);
    const code = codeOf(errors);
    if (code) return code;
    return data?.tasks.nodes.some(({ id }: AnyData) => id === taskId) ? "yes" : "no";
  };
  const can = async (field: string): Promise<string> => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Task { ${field} } } }`;
    const { data } = await api.send(client, document, { id: taskId });
    if (!data?.node) return "gone";
    return data.node[field] ? "yes" : "no";
  };
  const { me } = await driver.gql("pemohon", "{ me { id } }");
  const change = async (mutation: string, more = ""): Promise<string> => {
    const document = `mutation { it: ${mutation}(input: { taskId: "${taskId}" ${more} }) { userErrors { code } } }`;
    const { data, errors } = await api.send(client, document);
    return codeOf(errors) ?? data?.it.userErrors[0]?.code ?? "done";
  };
  const wanted = expected.split(" ");
  // Whoever may is not let do it here, for then the next would find it done.
  const unless = (index: number, ask: () => Promise<string>) =>
    wanted[index] === "-" ? Promise.resolve("-") : ask();
  const results = [
    await listed("ACTIONABLE"),
    await listed("UNCLAIMED"),
    await can("canClaim"),
    await can("canComplete"),
    await unless(4, () => change("claimTask")),
    await unless(5, () => change("delegateTask", `personId: "${me.id}"`)),
    await unless(6, () => change("completeTask")),
  ];
  return results.join(" ");
}

test("the matrices have an entry for every path", () => {
  for (const row of [...Object.values(withAccount), ...Object.values(withoutAccount)]) {
    expect(row.split(" ")).toHaveLength(paths.length);
  }
});

describe("a task of a requester with an account", () => {
  test.each(Object.keys(withAccount))("is not done by anybody else: %s", async (who) => {
    const expected = withAccount[who] ?? "";
    expect(await tried(who, ofPemohon, expected)).toBe(expected);
  });

  test("is done by them", async () => {
    expect(await tried("pemohon", ofPemohon, "- - - - - - -")).toBe("yes yes yes yes - - -");
    const done = await driver.complete("pemohon", ofPemohon);
    expect(done).toMatchObject({ userErrors: [], task: { status: "DONE" } });
  });
});

describe("a task of a requester without an account", () => {
  test.each(Object.keys(withoutAccount))(
    "is done by the desk and programs only: %s",
    async (who) => {
      const expected = withoutAccount[who] ?? "";
      expect(await tried(who, ofSumiati, expected)).toBe(expected);
    },
  );

  test("is done by the front desk", async () => {
    const claimed = await driver.mutate("loket", "claimTask", { taskId: ofSumiati }, "task { id }");
    expect(claimed.userErrors).toEqual([]);
    // What the desk has in hand, no program takes from it.
    const program = clients.get("tokenOfAll") ?? "";
    const taken = await driver.complete(program as TestClient, ofSumiati);
    expect(taken.userErrors).toMatchObject([{ code: "NOT_YOUR_TASK" }]);
    expect((await driver.complete("loket", ofSumiati)).task.status).toBe("DONE");
  });
});
