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
import type { CheckedDrawing, FlowChecker } from "./flow-checker.js";
import type { Problem } from "./problem-type.js";
import { ruleLevelsOfOffice } from "./rule-levels-service.js";
import { formOf } from "./sop-loaders.js";
import type { SopVersion } from "./sop-types.js";
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
  readonly #found: LoaderDefinition<SopVersion, readonly Problem[]>;

  constructor(checker: FlowChecker) {
    this.#found = {
      name: "problemsOfVersion",
      load: async (scope, versions) => {
        const asked = await Promise.all(versions.map((version) => readAsked(scope, version)));
        const found: (readonly Problem[])[] = [];
        // One after another, so that a long list stands in line once.
        for (const one of asked) found.push(await problemsOf(scope, one, checker));
        return found;
      },
    };
  }

  of(scope: RequestScope, version: SopVersion): Promise<readonly Problem[]> {
    return scope.loaders.get(this.#found).load(version);
  }
}

interface Asked extends CheckedDrawing {
  readonly version: SopVersion;
  readonly levels: RuleLevels;
}

async function readAsked(scope: RequestScope, version: SopVersion): Promise<Asked> {
  const { rowId: versionId, officeId } = version;
  const [form, levels] = await Promise.all([
    formOf(scope, versionId),
    scope.loaders.get(ruleLevelsOfOffice).load(officeId),
  ]);
  // The form's revision, and not the version's: somebody may have saved between the two reads.
  const { revision, document } = form;
  return { version, versionId, revision, graph: document.graph, levels };
}

async function problemsOf(
  { ctx, reader }: RequestScope,
  asked: Asked,
  checker: FlowChecker,
): Promise<readonly Problem[]> {
  const { version, graph, levels } = asked;
  const flow = await checker.find(actorKey(ctx.actor), asked);
  const problems = tellProblems(graph, problemsAt(levels, graph, flow), ctx.locale);
  if (!version.isOpen) return problems;
  return [...problems, ...(await connectorProblems(ctx, reader, version.sopId, graph))];
}
