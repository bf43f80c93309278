import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office } from "./office.js";
import { holdersOfPosition, loadAll, loadOne, officeById, personById } from "./people-loaders.js";
import type { PeopleReader } from "./people-reader.js";
import { Person } from "./person.js";
import { Position } from "./position.js";

/** Offices and their positions. */
@Resolver(() => Position)
export class OfficeResolver {
  constructor(private readonly reader: PeopleReader) {}

  @Query(() => [Office], { description: "The offices, by name." })
  offices(@Ctx() scope: RequestScope): Promise<Office[]> {
    return this.reader.offices(scope);
  }

  @Query(() => [Position], { description: "The positions that are in use, by name." })
  positions(
    @Ctx() scope: RequestScope,
    @Arg("officeId", () => ID, { nullable: true, description: "Only those of this office." })
    officeId?: string | null,
    @Arg("includeRetired", () => Boolean, {
      defaultValue: false,
      description: "Those that were taken out of use, too.",
    })
    includeRetired?: boolean,
  ): Promise<Position[]> {
    return this.reader.positions(scope, officeId ?? null, includeRetired);
  }

  @FieldResolver(() => Office, { description: "The office that it belongs to." })
  office(@Root() position: Position, @Ctx() scope: RequestScope): Promise<Office> {
    return loadOne(scope, officeById, position.officeRowId);
  }

  @FieldResolver(() => [Person], {
    description: "Who holds it, or is acting in it, at this moment; without disabled accounts.",
  })
  async holders(@Root() position: Position, @Ctx() scope: RequestScope): Promise<Person[]> {
    const ids = await scope.loaders.get(holdersOfPosition).load(position.rowId);
    return loadAll(scope, personById, ids);
  }
}
