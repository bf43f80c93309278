import { Field, Int, ObjectType } from "type-graphql";
import { requirePerson } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { readTaskFilter } from "./task-filter.js";
import { taskArms } from "./task-list.js";
import { taskSources } from "./task-sources.js";
import { someWaiting } from "./waiting-tasks.js";
import { casesTakenPartIn, fewCases } from "./worklist-reach.js";

/** Counted up to here, so that a count costs the same however much is open. */
const mostCounted = 99;

@ObjectType({
  simpleResolvers: true,
  description: "How many there are, counted to 99; more than that are not worth the wait.",
})
export class TaskCount {
  @Field(() => Int, { description: "0 to 99." })
  count!: number;

  @Field(() => Boolean, { description: "Whether there are more than `count`." })
  hasMore!: boolean;
}

const described = (description: string) => ({ description });

@ObjectType({
  simpleResolvers: true,
  description: "How many tasks the parts of the caller's worklist hold.",
})
export class WorklistCounts {
  @Field(() => TaskCount, described("Of the scope MINE."))
  mine!: TaskCount;

  @Field(() => TaskCount, described("Of the scope UNCLAIMED."))
  unclaimed!: TaskCount;

  @Field(() => TaskCount, described("Of the scope FOR_ME."))
  forMe!: TaskCount;

  @Field(() => TaskCount, described("Of the scope CLAIMABLE."))
  claimable!: TaskCount;

  @Field(() => TaskCount, described("Of the scope WAITING."))
  waiting!: TaskCount;

  @Field(() => TaskCount, described("Of the scope ACTIONABLE, past their deadline."))
  overdue!: TaskCount;
}

/** One statement for all counts, after what decides what is the caller's: who claimed, who else holds. */
export async function countWorklist(scope: RequestScope): Promise<WorklistCounts> {
  const person = requirePerson(scope.ctx);
  const selects: Record<keyof WorklistCounts, Select> = {
    mine: await countOf(scope, "MINE"),
    unclaimed: await countOf(scope, "UNCLAIMED"),
    forMe: await countOf(scope, "FOR_ME"),
    claimable: await countOf(scope, "CLAIMABLE"),
    waiting: counted(await someWaiting(scope, person, mostCounted + 1)),
    overdue: await countOf(scope, "ACTIONABLE", true),
  };
  const names = Object.keys(selects) as (keyof WorklistCounts)[];
  const row = await scope.reader.get<Row & Record<keyof WorklistCounts, number>>(
    `SELECT ${names.map((name) => `(${selects[name].sql}) AS ${name}`).join(", ")}`,
    names.flatMap((name) => selects[name].params),
  );
  const counts = Object.fromEntries(names.map((name) => [name, capped(row?.[name] ?? 0)]));
  const waits = counts["waiting"] as TaskCount;
  // Of whoever takes part in very many cases only some are looked at.
  const parts = await scope.loaders.get(casesTakenPartIn).load(person.personId);
  if (parts > fewCases) waits.hasMore = true;
  return Object.assign(new WorklistCounts(), counts);
}

async function countOf(
  scope: RequestScope,
  name: "MINE" | "UNCLAIMED" | "FOR_ME" | "CLAIMABLE" | "ACTIONABLE",
  overdue = false,
): Promise<Select> {
  const source = await taskSources[name](scope);
  const arms = taskArms(source, readTaskFilter({ overdue }, scope.ctx.now()));
  // Each arm is cut by itself, so that none is read further than to where the count ends.
  const cut = arms.map(
    ({ sql }, index) => `SELECT id FROM (${sql} LIMIT ${mostCounted + 1}) a${index}`,
  );
  return counted({ sql: cut.join(" UNION ALL "), params: arms.flatMap(({ params }) => params) });
}

const counted = ({ sql, params }: Select): Select => ({
  sql: `SELECT COUNT(*) FROM (${sql}) c`,
  params,
});

const capped = (count: number): TaskCount => ({
  count: Math.min(count, mostCounted),
  hasMore: count > mostCounted,
});
