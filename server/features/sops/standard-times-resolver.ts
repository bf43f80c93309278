import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Graph, type SopTimes, sopTimes } from "../../../domain/index.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { formOf } from "./sop-loaders.js";
import { SopVersion } from "./sop-types.js";
import { StandardTimes } from "./standard-times-type.js";

/** By the drawing, which is kept as long as its version is: what an enacted one takes never changes. */
const known = new WeakMap<Graph, { readonly perDay: number; readonly times: SopTimes }>();

function timesOf(graph: Graph, perDay: number): SopTimes {
  const before = known.get(graph);
  if (before?.perDay === perDay) return before.times;
  const times = sopTimes(graph, perDay);
  known.set(graph, { perDay, times });
  return times;
}

@Resolver(() => SopVersion)
export class StandardTimesResolver {
  readonly #perDay: LoaderDefinition<number, number>;

  constructor(calendars: WorkingCalendars) {
    this.#perDay = {
      name: "minutesPerWorkingDay",
      load: ({ reader }, offices) =>
        Promise.all(
          offices.map(async (office) => (await calendars.of(reader, office)).minutesPerWorkingDay),
        ),
    };
  }

  @FieldResolver(() => StandardTimes, {
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
    const times = timesOf(graph, minutesPerWorkingDay);
    if (typeof times === "string") return null;
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
