import {
  levelOf,
  type Problem as DomainProblem,
  type RuleLevels,
  rules,
} from "../../../domain/index.js";
import { BoundedCache } from "../../kernel/bounded-cache.js";
import { actorKey } from "../../runtime/idempotency.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { connectorCheckOfVersion } from "./connector-check.js";
import type { CheckedDrawing, DrawingChecker } from "./drawing-checker.js";
import type { Problem } from "./problem-type.js";
import { ruleLevelsOfOffice } from "./rule-levels-service.js";
import { formOf } from "./sop-loaders.js";
import type { SopVersion } from "./sop-types.js";
import { tellProblems } from "./tell-problems.js";

const ruleByName = new Map(rules.map((rule) => [rule.name, rule]));

/** What was found at the rules' own levels, as an office takes it. */
export function problemsAt(
  levels: RuleLevels,
  found: readonly DomainProblem[],
): readonly DomainProblem[] {
  return found.flatMap((problem) => {
    const rule = ruleByName.get(problem.rule);
    const level = rule ? levelOf(rule, levels) : problem.level;
    return level === "OFF" ? [] : [{ ...problem, level }];
  });
}

/** Lists of problems in words that are remembered: a hopeless drawing has thousands of them. */
const remembered = 20;

/** What is wrong with versions, for whoever reads them; once in a request for each. */
export class VersionProblems {
  readonly #found: LoaderDefinition<SopVersion, readonly Problem[]>;
  readonly #told = new BoundedCache<string, readonly Problem[]>(remembered);

  constructor(private readonly checker: DrawingChecker) {
    this.#found = {
      name: "problemsOfVersion",
      load: async (scope, versions) => {
        // Before any of them stands in line, so that all of them are read together.
        const asked = await Promise.all(versions.map((version) => readAsked(scope, version)));
        const found: (readonly Problem[])[] = [];
        // One after another, so that a long list stands in line once.
        for (const one of asked) found.push(await this.#problemsOf(scope, one));
        return found;
      },
    };
  }

  of(scope: RequestScope, version: SopVersion): Promise<readonly Problem[]> {
    return scope.loaders.get(this.#found).load(version);
  }

  async #problemsOf({ ctx }: RequestScope, asked: Asked): Promise<readonly Problem[]> {
    const { versionId, revision, graph, levels, ofCalls } = asked;
    const key = JSON.stringify([versionId, revision, ctx.locale, levels]);
    let told = this.#told.get(key);
    if (!told) {
      const found = await this.checker.find(actorKey(ctx.actor), asked);
      told = tellProblems(graph, problemsAt(levels, found), ctx.locale);
      // What could not be proven is not remembered here; the checker says when it is tried again.
      if (this.checker.known(asked)) this.#told.set(key, told);
    }
    return [...told, ...ofCalls];
  }
}

interface Asked extends CheckedDrawing {
  readonly levels: RuleLevels;
  /** What other SOPs do to it, which changes without it and is not remembered. */
  readonly ofCalls: readonly Problem[];
}

async function readAsked(scope: RequestScope, version: SopVersion): Promise<Asked> {
  const { rowId: versionId, officeId } = version;
  const [form, levels, { problems: ofCalls }] = await Promise.all([
    formOf(scope, versionId),
    scope.loaders.get(ruleLevelsOfOffice).load(officeId),
    scope.loaders.get(connectorCheckOfVersion).load(version),
  ]);
  // The form's revision, and not the version's: somebody may have saved between the two reads.
  const { revision, document } = form;
  return { versionId, revision, graph: document.graph, levels, ofCalls };
}
