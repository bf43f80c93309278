import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SopTimes } from "../../../domain/index.js";
import { actorKey } from "../../runtime/idempotency.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import type { DrawingChecker } from "./drawing-checker.js";
import { formOf } from "./sop-loaders.js";
import { SopVersion } from "./sop-types.js";
import { StandardTimes } from "./standard-times-type.js";

/** To count them, it is proven first that every case comes to its end. */
const complexity = 100;

@Resolver(() => SopVersion)
export class StandardTimesResolver {
  readonly #perDay: LoaderDefinition<number, number>;

  readonly #times: LoaderDefinition<SopVersion, SopTimes | null>;

  constructor(calendars: WorkingCalendars, checker: DrawingChecker) {
    this.#perDay = {
      name: "minutesPerWorkingDay",
      load: ({ reader }, offices) =>
        Promise.all(
          offices.map(async (office) => (await calendars.of(reader, office)).minutesPerWorkingDay),
        ),
    };
    this.#times = {
      name: "standardTimesOfVersion",
      load: async (scope, versions) => {
        const asked = await Promise.all(
          versions.map(async ({ rowId, officeId }) => {
            const [form, perDay] = await Promise.all([
              formOf(scope, rowId),
              scope.loaders.get(this.#perDay).load(officeId),
            ]);
            const { revision, document } = form;
            return { versionId: rowId, revision, graph: document.graph, perDay };
          }),
        );
        const asker = actorKey(scope.ctx.actor);
        const times: (SopTimes | null)[] = [];
        // One after another, so that a long list stands in line once.
        for (const one of asked) times.push(await checker.times(asker, one, one.perDay));
        return times;
      },
    };
  }

  @FieldResolver(() => StandardTimes, {
    complexity,
    nullable: true,
    description:
      "How long it takes at the least, on average and at the most; null while it is not proven that every case comes to an end, and where no step states a time.",
  })
  async standardTimes(
    @Root() version: SopVersion,
    @Ctx() scope: RequestScope,
  ): Promise<StandardTimes | null> {
    const minutesPerWorkingDay = await scope.loaders.get(this.#perDay).load(version.officeId);
    const { graph } = (await formOf(scope, version.rowId)).document;
    const times = await scope.loaders.get(this.#times).load(version);
    if (times === null || typeof times === "string") return null;
    const printed = new Map(graph.edges.map(({ key, outcome }) => [key, outcome ?? ""]));
    return {
      shortestMinutes: times.shortest,
      expectedMinutes: times.expected,
      longestMinutes: times.longest,
      minutesPerWorkingDay,
      isPartial: times.untimed.length > 0,
      untimedNodeIds: times.untimed,
      isEstimate: times.isEstimate,
      paths: times.paths.map(({ outcomes, end, minutes, likelihood }) => ({
        outcomes: outcomes.map(({ node, edge, backTo }) => ({
          nodeId: node,
          outcomeId: edge,
          outcome: printed.get(edge) ?? "",
          backToNodeId: backTo,
        })),
        endNodeId: end,
        minutes,
        likelihood,
      })),
      otherPaths: times.others,
    };
  }
}
