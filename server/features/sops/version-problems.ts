import {
  findDrawingProblems,
  type Graph,
  levelOf,
  type Problem as DomainProblem,
  type RuleLevels,
  rules,
} from "../../../domain/index.js";
import { actorKey } from "../../runtime/idempotency.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { connectorProblems } from "./connector-problems.js";
import type { FlowChecker } from "./flow-checker.js";
import type { Problem } from "./problem-type.js";
import { ruleLevelsOfOffice } from "./rule-levels-service.js";
import { formOf, versionById } from "./sop-loaders.js";
import { tellProblems } from "./tell-problems.js";

const ruleByName = new Map(rules.map((rule) => [rule.name, rule]));

/** What the drawing breaks, and what was found by playing cases through it, as an office takes it. */
export function problemsAt(
  levels: RuleLevels,
  graph: Graph,
  flow: readonly DomainProblem[],
): DomainProblem[] {
  const taken = flow.flatMap((problem) => {
    const rule = ruleByName.get(problem.rule);
    const level = rule ? levelOf(rule, levels) : problem.level;
    return level === "OFF" ? [] : [{ ...problem, level }];
  });
  return [...findDrawingProblems(graph, levels), ...taken];
}

/** What is wrong with versions, for whoever reads them; once in a request for each. */
export class VersionProblems {
  readonly #found: LoaderDefinition<number, readonly Problem[]>;

  constructor(checker: FlowChecker) {
    this.#found = {
      name: "problemsOfVersion",
      load: async (scope, ids) => {
        const found: (readonly Problem[])[] = [];
        // One after another, so that a long list waits in line once.
        for (const id of ids) found.push(await problemsOf(scope, id, checker));
        return found;
      },
    };
  }

  of(scope: RequestScope, versionId: number): Promise<readonly Problem[]> {
    return scope.loaders.get(this.#found).load(versionId);
  }
}

async function problemsOf(
  scope: RequestScope,
  versionId: number,
  checker: FlowChecker,
): Promise<readonly Problem[]> {
  const { ctx, loaders } = scope;
  const version = await loaders.one(versionById, versionId);
  const levels = await loaders.get(ruleLevelsOfOffice).load(version.officeId);
  // Of one statement: the version itself may have been read before somebody saved it.
  const { document, revision } = await formOf(scope, versionId);
  const { graph } = document;
  const drawing = { versionId, revision, graph };
  const flow = await checker.find(actorKey(ctx.actor), drawing);
  const problems = tellProblems(graph, problemsAt(levels, graph, flow), ctx.locale);
  if (!version.isOpen) return problems;
  return [...problems, ...(await connectorProblems(ctx, scope.reader, version.sopId, graph))];
}
