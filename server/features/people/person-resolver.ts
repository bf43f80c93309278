import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Role } from "../../kernel/actor.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office } from "./office.js";
import {
  loadAll,
  loadOne,
  officeById,
  personById,
  positionById,
  positionsOfPerson,
  rolesOfPerson,
} from "./people-loaders.js";
import type { PeopleReader } from "./people-reader.js";
import { Person, PersonConnection } from "./person.js";
import { Position } from "./position.js";
import { RoleEnum } from "./role.js";

@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly reader: PeopleReader) {}

  @Query(() => Person, {
    nullable: true,
    description: "Who is signed in; null for nobody and for API tokens.",
  })
  async me(@Ctx() scope: RequestScope): Promise<Person | null> {
    const { actor } = scope.ctx;
    return actor.type === "PERSON" ? scope.loaders.get(personById).load(actor.personId) : null;
  }

  @Query(() => PersonConnection, {
    description:
      "The people whom one may see, by name: the admin all, staff those of their own office, others themselves.",
  })
  people(
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Part of a name, of a username or of a NIP.",
    })
    search?: string | null,
    @Arg("officeId", () => ID, { nullable: true, description: "Only those of this office." })
    officeId?: string | null,
    @Arg("role", () => RoleEnum, { nullable: true, description: "Only those who have this role." })
    role?: Role | null,
    @Arg("disabled", () => Boolean, {
      nullable: true,
      description: "Only disabled accounts, or only enabled ones; left out: both.",
    })
    disabled?: boolean | null,
  ): Promise<Connection<Person>> {
    const wanted = {
      search: search ?? null,
      officeId: officeId ?? null,
      role: role ?? null,
      disabled: disabled ?? null,
    };
    return this.reader.people(scope, wanted, page);
  }

  @FieldResolver(() => Office, { description: "The office that they belong to." })
  office(@Root() person: Person, @Ctx() scope: RequestScope): Promise<Office> {
    return loadOne(scope, officeById, person.officeRowId);
  }

  @FieldResolver(() => [RoleEnum], {
    nullable: true,
    description: "Their roles in that office; null where they are not for the asker.",
  })
  async roles(@Root() person: Person, @Ctx() scope: RequestScope): Promise<Role[] | null> {
    if (!person.isOpen) return null;
    return scope.loaders.get(rolesOfPerson).load(person.rowId);
  }

  @FieldResolver(() => [Position], {
    nullable: true,
    description:
      "The positions that they hold, or are acting in, at this moment; null where they are not for the asker.",
  })
  async positions(@Root() person: Person, @Ctx() scope: RequestScope): Promise<Position[] | null> {
    if (!person.isOpen) return null;
    const ids = await scope.loaders.get(positionsOfPerson).load(person.rowId);
    return loadAll(scope, positionById, ids);
  }
}
