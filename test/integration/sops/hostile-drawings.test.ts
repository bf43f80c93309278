import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { DraftDesk } from "./draft-desk.js";
import {
  editsOf,
  everyPair,
  everyWay,
  type HostileDrawing,
  nestedForks,
  stateBomb,
} from "./hostile-drawings.js";

let driver: CaseDriver;
let desk: DraftDesk;

beforeAll(async () => {
  driver = await CaseDriver.start();
  desk = await DraftDesk.open(driver);
});
afterAll(() => driver?.stop());

async function draw(title: string, drawing: HostileDrawing): Promise<AnyData> {
  const version = await desk.create(title);
  let { revision } = version;
  for (const edits of editsOf(drawing)) {
    const input = { versionId: version.id, revision, edits };
    const saved = await driver.mutate("admin", "editDraft", input, "version { revision }");
    expect(saved.userErrors).toEqual([]);
    revision = saved.version.revision;
  }
  return { id: version.id, revision };
}

const problems = `query ($id: ID!) { node(id: $id) { ... on SopVersion {
  problems { rule level message run { nodeId } } } } }`;

test.each<[string, HostileDrawing, readonly string[], steps: number | null]>([
  [
    "activities that all lead to all others",
    everyPair(),
    ["edge-count", "reachable-from-start", "reaches-end"],
    null,
  ],
  ["decisions that lead all over the drawing", everyWay(), [], null],
  ["hundreds of forks within forks", nestedForks(), [], null],
  [
    "hundreds of forks within forks around a choice",
    nestedForks({ broken: true }),
    ["option-to-complete"],
    333,
  ],
  ["30 to the power of 30 states", stateBomb(), [], null],
  [
    "as many, of which the last get stuck",
    stateBomb({ broken: true }),
    ["option-to-complete"],
    900,
  ],
  ["as many, of branches that are tied together", stateBomb({ crossed: true }), [], null],
])(
  "%s: an answer of the usual kind, while others are answered, too",
  async (title, drawing, wanted, steps) => {
    const draft = await draw(title, drawing);
    const [answers, { me }] = await Promise.all([
      // However often it is asked for, it is looked at once, and nobody is refused.
      Promise.all(
        Array.from({ length: 20 }, () => driver.gql("admin", problems, { id: draft.id })),
      ),
      driver.gql("budi", "{ me { username } }"),
    ]);
    expect(me).toEqual({ username: "budi" });
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    const found: AnyData[] = first.node.problems;
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(wanted);
    expect(found.find(({ run }) => run)?.run.length ?? null).toBe(steps);
    const input = { versionId: draft.id, revision: draft.revision };
    const fields = "version { status } problems { rule }";
    const payload = await driver.mutate("kadis", "enactVersion", input, fields);
    expect(payload).toMatchObject({
      version: { status: wanted.length === 0 ? "IN_FORCE" : "DRAFT" },
      userErrors: wanted.length === 0 ? [] : [{ code: "PROBLEMS" }],
    });
    expect(payload.problems).toHaveLength(found.length);
  },
);
