import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { longestStandardTime } from "../../../domain/index.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { chain, type NowOrLater } from "../../runtime/now-or-later.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { loadOne, Office, officeById } from "../people/people-service.js";
import { broughtFirst } from "./brought-first.js";
import { CatalogueConnection, listCatalogue } from "./catalogue-list.js";
import { CatalogueEntry, CatalogueFilter, ExpectedTime } from "./catalogue-types.js";
import { formOf, sopById } from "./sop-loaders.js";
import { Sop } from "./sop-types.js";

@Resolver(() => CatalogueEntry)
export class CatalogueResolver {
  constructor(private readonly calendars: WorkingCalendars) {}

  @Query(() => CatalogueConnection, {
    description:
      "The SOPs in force, of every office, that are started by whoever requests: by title. A token gets its own office's, and needs SOPS_READ.",
  })
  catalogue(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CatalogueFilter, { nullable: true, description: "Which ones." })
    filter?: CatalogueFilter | null,
  ): Promise<Connection<CatalogueEntry>> {
    return listCatalogue(scope, filter ?? {}, page);
  }

  @FieldResolver(() => Sop, { description: "What goes into `startInstance`." })
  sop(@Root() entry: CatalogueEntry, @Ctx() scope: RequestScope): Promise<Sop> {
    return loadOne(scope, sopById, entry.sopId);
  }

  @FieldResolver(() => Office, { description: "The office whose SOP it is." })
  office(@Root() entry: CatalogueEntry, @Ctx() scope: RequestScope): Promise<Office> {
    return loadOne(scope, officeById, entry.officeId);
  }

  @FieldResolver(() => [String], {
    description: "The papers to bring (kelengkapan): what the requester's first steps ask for.",
  })
  requirements(
    @Root() entry: CatalogueEntry,
    @Ctx() scope: RequestScope,
  ): NowOrLater<readonly string[]> {
    return chain(formOf(scope, entry.versionId), ({ document }) => broughtFirst(document.graph));
  }

  @FieldResolver(() => [String], {
    description: "The lanes of the office that work it, from left to right.",
  })
  workedBy(
    @Root() entry: CatalogueEntry,
    @Ctx() scope: RequestScope,
  ): NowOrLater<readonly string[]> {
    return chain(formOf(scope, entry.versionId), ({ lanes }) =>
      lanes.filter((lane) => lane.bindingType !== "REQUESTER").map(({ name }) => name),
    );
  }

  @FieldResolver(() => Int, { description: "How many numbered steps it has." })
  stepCount(@Root() entry: CatalogueEntry, @Ctx() scope: RequestScope): NowOrLater<number> {
    return chain(
      formOf(scope, entry.versionId),
      ({ nodes }) => nodes.filter(({ rowNumber }) => rowNumber !== null).length,
    );
  }

  @FieldResolver(() => ExpectedTime, {
    nullable: true,
    description: "How long it takes; null where none of its steps states a time.",
  })
  async expectedTime(
    @Root() entry: CatalogueEntry,
    @Ctx() scope: RequestScope,
  ): Promise<ExpectedTime | null> {
    const { minutesPerWorkingDay } = await this.calendars.of(scope.reader, entry.officeId);
    const { document } = await formOf(scope, entry.versionId);
    const longest = longestStandardTime(document.graph, minutesPerWorkingDay);
    if (longest === null) return null;
    const { minutes, isPartial } = longest;
    return { workingMinutes: minutes, minutesPerWorkingDay, isPartial };
  }
}
