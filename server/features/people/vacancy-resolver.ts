import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize, requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, positionById } from "./people-loaders.js";
import type { PeopleReader } from "./people-reader.js";
import { Position } from "./position.js";
import { vacanciesOf, Vacancy } from "./vacancy.js";

const defaultDays = 14;
const mostDays = 366;

const withinDays = {
  defaultValue: defaultDays,
  description: "How far ahead to look, in days from now; at most 366.",
};

function checkedDays(days: number): number {
  if (days < 0 || days > mostDays) throw new Refusal("INVALID", "withinDays");
  return days;
}

/** The key is a position's id and the number of days. */
const vacancyOf: LoaderDefinition<string, Vacancy | null> = {
  name: "vacancyOf",
  async load(scope, keys) {
    const asked = keys.map((key) => key.split(" ").map(Number) as [number, number]);
    const byDays = new Map<number, ReadonlyMap<number, Vacancy>>();
    for (const days of new Set(asked.map(([, each]) => each))) {
      const ids = asked.flatMap(([id, each]) => (each === days ? [id] : []));
      byDays.set(days, await vacanciesOf(scope, ids, days));
    }
    return asked.map(([id, days]) => byDays.get(days)?.get(id) ?? null);
  },
};

/** Positions that nobody holds, or soon nobody will: told before it bites. */
@Resolver(() => Vacancy)
export class VacancyResolver {
  constructor(private readonly reader: PeopleReader) {}

  @Query(() => [Vacancy], {
    description:
      "The positions that nobody holds or soon nobody will, the most urgent first. For the admin, and of their own office for its approver and manager; of other offices none are told.",
  })
  async vacantPositions(
    @Ctx() scope: RequestScope,
    @Arg("withinDays", () => Int, withinDays) days: number,
    @Arg("officeId", () => ID, { nullable: true, description: "Only those of this office." })
    officeId?: string | null,
  ): Promise<Vacancy[]> {
    const actor = requireSignedIn(scope.ctx);
    const asked = officeId ? fromGlobalId(officeId, "Office", "officeId") : null;
    if (asked !== null) authorize(scope.ctx, "position.readVacancy", { officeId: asked });
    const positions = await this.reader.positions(scope, officeId ?? null);
    const ids = positions
      .filter((each) => allows(actor, "position.readVacancy", { officeId: each.officeRowId }))
      .map(({ rowId }) => rowId);
    const found = await vacanciesOf(scope, ids, checkedDays(days));
    return [...found.values()].sort((one, other) => one.from - other.from);
  }

  @FieldResolver(() => Position, { description: "Which position." })
  position(@Root() it: Vacancy, @Ctx() scope: RequestScope): Promise<Position> {
    return loadOne(scope, positionById, it.positionId);
  }
}

@Resolver(() => Position)
export class PositionVacancyResolver {
  @FieldResolver(() => Vacancy, {
    nullable: true,
    description:
      "The first stretch in which nobody holds it; null: there is none that begins so soon. For the admin, and its office's approver and manager.",
  })
  vacancy(
    @Root() position: Position,
    @Ctx() scope: RequestScope,
    @Arg("withinDays", () => Int, withinDays) days: number,
  ): Promise<Vacancy | null> {
    authorize(scope.ctx, "position.readVacancy", { officeId: position.officeRowId });
    return scope.loaders.get(vacancyOf).load(`${position.rowId} ${checkedDays(days)}`);
  }
}
