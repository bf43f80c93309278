import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { isError } from "../../../domain/index.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { ConnectorCheck, connectorCheckOfVersion } from "./connector-check.js";
import { Problem } from "./problem-type.js";
import { SopVersion } from "./sop-types.js";
import type { VersionProblems } from "./version-problems.js";

/** To find them, cases are played through the drawing. */
const complexity = 100;
/** To find them, other SOPs are read, a step away at a time. */
const complexityOfCalls = 20;

/** What is wrong with a version. */
@Resolver(() => SopVersion)
export class ProblemResolver {
  constructor(private readonly found: VersionProblems) {}

  @FieldResolver(() => [Problem], {
    complexity,
    description: "What keeps it from being enacted; none once it is.",
  })
  async problems(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<Problem[]> {
    if (!version.isOpen) return [];
    return (await this.found.of(scope, version)).filter(isError);
  }

  @FieldResolver(() => [Problem], {
    complexity,
    description:
      "What might be better, and keeps it from nothing. Of a version that is enacted already also the errors, by their `level`: what it would be refused for today, also because an SOP that it runs was retired.",
  })
  async warnings(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<Problem[]> {
    const problems = await this.found.of(scope, version);
    return problems.filter((problem) => !version.isOpen || !isError(problem));
  }

  @FieldResolver(() => ConnectorCheck, {
    complexity: complexityOfCalls,
    description:
      "Those of its `problems` that other SOPs bring about, for whoever draws it and has the rest checked at home: no case is played for it. Of a version that is enacted they are among its `warnings`.",
  })
  connectorCheck(@Root() version: SopVersion, @Ctx() scope: RequestScope): Promise<ConnectorCheck> {
    return scope.loaders.get(connectorCheckOfVersion).load(version);
  }
}
