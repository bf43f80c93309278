import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import { searchedAtOnce } from "../../../server/features/audit/searched-at-once.js";
import { recordAudits } from "../../../server/runtime/audit-trail.js";
import type { AnyData } from "../../harness/test-api.js";
import { StatementProbe } from "../cases/statement-probe.js";
import { OfficeDesk } from "./office-desk.js";

let desk: OfficeDesk;

beforeAll(async () => {
  desk = await OfficeDesk.start();
});
afterAll(() => desk?.driver.stop());

const page = async (variables: object, by = "admin"): Promise<AnyData> =>
  (await desk.driver.api.send(
    await desk.driver.as(by),
    `query ($filter: AuditFilter, $first: Int, $after: String, $last: Int) {
        auditEntries(filter: $filter, first: $first, after: $after, last: $last) {
          pageInfo { hasNextPage endCursor } nodes { seq action subjectId subjectName } } }`,
    variables,
  )) as AnyData;

describe("the audit trail", () => {
  test("is read newest first, page by page, and narrowed in every way", async () => {
    const { driver } = desk;
    const office = await desk.office("trenggalek-dinkes");
    driver.api.clock.set(Date.parse("2026-08-10T02:00:00Z"));
    const { person } = await desk.do("createPerson", {
      officeId: office.id,
      username: "jejak",
      name: "Jejak Satu",
    });
    driver.api.clock.set(Date.parse("2026-08-11T02:00:00Z"));
    for (let revision = 0; revision < 3; revision += 1) {
      const input = { personId: person.id, revision, username: "jejak", name: `Jejak ${revision}` };
      await desk.do("updatePerson", input);
    }
    const first = (await page({ first: 2 })).data.auditEntries;
    expect(first.nodes.map(({ action }: AnyData) => action)).toEqual([
      "PERSON_UPDATED",
      "PERSON_UPDATED",
    ]);
    const { endCursor: after } = first.pageInfo;
    const next = (await page({ first: 2, after })).data.auditEntries;
    expect(next.nodes.map(({ action }: AnyData) => action)).toEqual([
      "PERSON_UPDATED",
      "PERSON_CREATED",
    ]);
    expect(next.pageInfo.hasNextPage).toBe(false);

    const count = async (filter: object) => (await desk.entries(filter)).length;
    const { id: actorId } = await desk.person("admin");
    expect(await count({ officeId: office.id })).toBe(4);
    expect(await count({ officeId: (await desk.office("trenggalek-kominfo")).id })).toBe(0);
    expect(await count({ actorId })).toBe(4);
    expect(await count({ actorId: person.id })).toBe(0);
    expect(await count({ action: "PERSON_CREATED" })).toBe(1);
    expect(await count({ subjectId: person.id })).toBe(4);
    expect(await count({ to: "2026-08-11T00:00:00Z" })).toBe(1);
    expect(await count({ from: "2026-08-11T00:00:00Z" })).toBe(3);
    expect(await count({ search: "JEJAK 2" })).toBe(1);
    expect(await count({ search: "wulandari" })).toBe(4);
    expect(await count({ search: "100%" })).toBe(0);
    expect(await count({ search: "jejak", action: "PERSON_CREATED" })).toBe(1);
  });

  test("leads to what is still there, and no more to what is gone", async () => {
    const { driver } = desk;
    const { id: officeId } = await desk.office("trenggalek-kominfo");
    const input = { officeId, title: "Akan dibuang" };
    const { sop, version } = await driver.mutate(
      "admin",
      "createSop",
      input,
      "sop { id } version { id revision }",
    );
    expect((await desk.entries({}, 1))[0]).toMatchObject({ subjectId: sop.id });
    const discarded = { versionId: version.id, revision: version.revision };
    await driver.mutate("admin", "discardDraft", discarded, "discardedId");
    const entries = await desk.entries({ search: "akan dibuang" });
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["SOP_DRAFT_DISCARDED", null],
      ["SOP_CREATED", null],
    ]);
  });

  test.each(["kadis", "manajer", "loket", "budi", "pemohon"])("is not for %s", async (by) => {
    const { errors } = await page({ first: 1 }, by);
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  test("costs the same statements however long a page is", async () => {
    const probe = new StatementProbe(desk.driver);
    const document = `query ($first: Int!) { auditEntries(first: $first) { nodes {
      seq action actor { name } office { name } subjectId changes { field } } } }`;
    const few = await probe.ask("admin", document, { first: 2 });
    const many = await probe.ask("admin", document, { first: 50 });
    expect(many.data.auditEntries.nodes.length).toBeGreaterThan(4);
    // The page, who did it, whose office, and what it is about by kind.
    expect(few.statements.length).toBeLessThanOrEqual(4);
    expect(many.statements.length).toBeLessThanOrEqual(5);
  });

  test("is searched a stretch at a time, and finds what is far back over the pages", async () => {
    const { database, clock } = desk.driver.api;
    const ctx = systemContext("pengisi", clock.now);
    const act = (name: string) =>
      ({
        action: "PASSWORD_RESET",
        subject: { type: "Person", id: 1, name },
        officeId: null,
      }) as const;
    await database.unitOfWork.run(ctx, (tx) => recordAudits(tx, ctx, [act("Jarum")]));
    for (let left = searchedAtOnce + 5; left > 0; left -= 2000) {
      const acts = Array.from({ length: Math.min(2000, left) }, () => act("Jerami"));
      await database.unitOfWork.run(ctx, (tx) => recordAudits(tx, ctx, acts));
    }
    const first = (await page({ filter: { search: "jarum" } })).data.auditEntries;
    expect(first.nodes).toEqual([]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const { endCursor: after } = first.pageInfo;
    const second = (await page({ filter: { search: "jarum" }, after })).data.auditEntries;
    expect(second.nodes).toMatchObject([{ subjectName: "Jarum" }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await page({ filter: { search: "x" }, last: 5 })).errors).toHaveLength(1);
  });
});
