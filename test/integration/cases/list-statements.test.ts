import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver, type ProcedureName } from "./case-driver.js";
import { addPerson } from "./people-of-the-test.js";
import { StatementProbe } from "./statement-probe.js";

let driver: CaseDriver;
let probe: StatementProbe;

beforeAll(async () => {
  driver = await CaseDriver.start();
  probe = new StatementProbe(driver);
  const { me } = await driver.gql("admin", "{ me { office { id } } }");
  for (let count = 0; count < 40; count += 1) {
    const input = { officeId: me.office.id, title: `SOP ${count}` };
    await driver.mutate("admin", "createSop", input, "sop { id }");
  }
  await addPerson(driver.api, "plt", "anton", { position: "trenggalek-kominfo.fungsional" });
  // Of every procedure, by many people, claimed and not, at different steps.
  const names: ProcedureName[] = ["000", "001", "002", "003", "004a", "004b"];
  for (let count = 0; count < 48; count += 1) {
    const name = names[count % names.length]!;
    const instance = await driver.start(name);
    const taskId = instance.openTasks[0].id;
    const by = driver.workerOf(instance.openTasks[0]);
    if (count % 3 === 0) await driver.mutate(by, "claimTask", { taskId }, "task { id }");
    if (count % 4 === 0) await driver.complete(by, taskId);
  }
});
afterAll(() => driver?.stop());

/** What a list answers, and the statements that it took. */
async function ask(
  username: string,
  document: string,
  variables: object,
): Promise<{ nodes: AnyData[]; statements: readonly string[] }> {
  const { data, statements } = await probe.ask(username, document, variables);
  const [list] = Object.values(data as Record<string, { nodes: AnyData[] }>);
  return { nodes: list?.nodes ?? [], statements };
}

const lists = {
  "sops, with office, versions, draft and who enacted": `query ($first: Int!) {
    sops(first: $first) {
      totalCount
      nodes {
        id number part title status canStart startedByLane canEdit office { name }
        inForce { id version enactedBy { name } } draft { id revision } versions { id status }
      }
    }
  }`,
  "instances, with SOP, version, people and open tasks": `query ($first: Int!) {
    instances(first: $first) {
      nodes {
        id status title requesterName leadTime canHold canCancel
        sop { title office { name } } version { version }
        requester { name } startedBy { name }
        openTasks {
          id status dueAt canClaim canComplete
          node { text standardTime { value unit } } lane { name position { name } }
          assignee { name } outcomes { key label }
        }
      }
    }
  }`,
  "instances, with all tasks and the whole log": `query ($first: Int!) {
    instances(first: $first) {
      nodes { id tasks { id node { key } assignee { name } } history { seq actor { name } events } }
    }
  }`,
  "instances, with where they are and their receipts": `query ($first: Int!) {
    instances(first: $first) {
      nodes {
        id whereabouts { state sentence places { lane step day days arrival { lane remark } } }
        receipt { number reissues { at actorName } } canReissueReceipt
      }
    }
  }`,
  "tasks of the office": `query ($first: Int!) {
    tasks(first: $first, filter: { scope: ALL }) {
      nodes {
        id status label visit dueAt overdue canClaim canComplete
        node { text } lane { name position { name } } assignee { name office { name } }
        instance { id title status requester { name } sop { title } version { version } }
      }
    }
  }`,
  "tasks of the office, with what each needs and owes, by each outcome": `query ($first: Int!) {
    tasks(first: $first, filter: { scope: ALL }) {
      nodes {
        id outcomes { key label owedOutputs { key name } } owedOutputs { key name }
        requirements { text met given { reference } owedBy { text } }
      }
    }
  }`,
  people: `query ($first: Int!) {
    people(first: $first) { nodes { id name office { name } roles positions { name } } }
  }`,
} as const;

/**
 * For whom, how many statements, and how many rows there are at least: one statement for the page
 * (two where it is counted), and one for each kind of thing beside it, however often it comes.
 */
const expected: [keyof typeof lists, string, number, number][] = [
  // Page, count, versions, offices, positions of the starts' lanes.
  ["sops, with office, versions, draft and who enacted", "admin", 5, 40],
  ["sops, with office, versions, draft and who enacted", "budi", 5, 6],
  // Page, SOPs, versions, people, tasks, offices, positions by code and by id.
  ["instances, with SOP, version, people and open tasks", "admin", 8, 40],
  ["instances, with SOP, version, people and open tasks", "kabid", 8, 40],
  // No more where one's part in another office's case decides, not a role; but one for the lanes
  // that one works: whether those who claimed their tasks can still do them.
  ["instances, with SOP, version, people and open tasks", "plt", 9, 12],
  // Page, tasks, log, people.
  ["instances, with all tasks and the whole log", "admin", 4, 40],
  // Page, tasks, receipts, log.
  ["instances, with where they are and their receipts", "admin", 4, 40],
  // Page, cases, assignees, offices, requesters, SOPs, versions, positions by code and by id.
  ["tasks of the office", "admin", 9, 40],
  // Page, cases, what their engine remembers, their tasks.
  ["tasks of the office, with what each needs and owes, by each outcome", "admin", 4, 40],
  // The page in two, whose part decides, and the rest once more for the cases where it does.
  ["tasks of the office, with what each needs and owes, by each outcome", "plt", 8, 8],
  ["people", "admin", 6, 15],
];

test.each(expected)("%s, for %s: %i", async (list, username, count, rows) => {
  // Forms in force are parsed once for all later requests.
  await ask(username, lists[list], { first: 40 });
  const few = await ask(username, lists[list], { first: 5 });
  const many = await ask(username, lists[list], { first: 40 });
  expect(few.nodes).toHaveLength(5);
  expect(many.nodes.length).toBeGreaterThanOrEqual(rows);
  expect(many.statements).toHaveLength(count);
  // A few rows may lack what others have, and then need no statement for it.
  expect(few.statements.length).toBeLessThanOrEqual(count);
});
