import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PeopleReader } from "../../../server/features/people/people-reader.js";
import { PersonResolver } from "../../../server/features/people/person-resolver.js";
import { ActorService } from "../../../server/features/people/actor-service.js";
import { AccountChanges } from "../../../server/features/people/account-changes.js";
import { OfficeResolver } from "../../../server/features/people/office-resolver.js";
import { countStatements } from "../../../server/persistence/sql-counter.js";
import { RequestScope } from "../../../server/runtime/request-scope.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let api: TestApi;
const clients = new Map<string, TestClient>();

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ["admin", "kadis", "budi", "pemohon", "pkykadis", "loket"]) {
    clients.set(name, await api.signIn(name));
  }
});
afterAll(() => api.stop());

interface Listed {
  id: string;
  username: string;
  name: string;
  office: { code: string };
}

const page = async (client: string, args: object = {}) =>
  (
    await api.gql(
      clients.get(client)!,
      `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
         people(search: $search, first: $first, after: $after, last: $last, before: $before) {
           edges { cursor } nodes { id username name office { code } }
           pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
         }
       }`,
      args,
    )
  ).people;
const usernames = (nodes: Listed[]) => nodes.map(({ username }) => username);

describe("people", () => {
  test("come in pages by name, each once, forwards and backwards", async () => {
    const all = await page("admin", { first: 100 });
    const names = all.nodes.map(({ name }: Listed) => name);
    expect(names).toEqual([...names].sort());
    expect(all.totalCount).toBe(21);
    expect(names).toHaveLength(21);

    const forwards: Listed[] = [];
    for (let after: string | null = null; ;) {
      const part = await page("admin", { first: 8, after });
      forwards.push(...part.nodes);
      after = part.pageInfo.endCursor;
      if (!part.pageInfo.hasNextPage) break;
    }
    expect(forwards).toEqual(all.nodes);

    const backwards: Listed[] = [];
    for (let before: string | null = null; ;) {
      const part = await page("admin", { last: 8, before });
      backwards.unshift(...part.nodes);
      before = part.pageInfo.startCursor;
      if (!part.pageInfo.hasPreviousPage) break;
    }
    expect(backwards).toEqual(all.nodes);
  });

  test("are found by part of a name or of a username, in any case, wildcards taken as they are", async () => {
    expect(usernames((await page("admin", { search: "SANTOSO" })).nodes)).toEqual(["budi"]);
    expect(usernames((await page("admin", { search: "pky" })).nodes).sort()).toEqual([
      "pkykabid",
      "pkykadis",
      "pkykasi",
    ]);
    for (const search of ["%", "_", "!", "'; --", "\\", "🔑"]) {
      expect((await page("admin", { search })).totalCount).toBe(0);
    }
    expect((await page("admin", { search: "   " })).totalCount).toBe(21);
  });

  test("are those of one's own office, and for a requester oneself", async () => {
    const offices = async (client: string) => {
      const { nodes, totalCount } = await page(client, { first: 100 });
      expect(nodes).toHaveLength(totalCount);
      return [...new Set(nodes.map(({ office }: Listed) => office.code))];
    };
    for (const client of ["kadis", "budi", "loket"]) {
      expect(await offices(client)).toEqual(["trenggalek-kominfo"]);
    }
    expect(await offices("pkykadis")).toEqual(["palangkaraya-kominfo"]);
    expect(usernames((await page("pemohon")).nodes)).toEqual(["pemohon"]);
  });

  test("cannot be paged wrongly, nor listed with a token", async () => {
    for (const args of [{ first: 101 }, { first: -1 }, { first: 1, last: 1 }, { after: "x" }]) {
      const { errors } = await api.send(
        clients.get("admin")!,
        `query ($first: Int, $last: Int, $after: String) {
           people(first: $first, last: $last, after: $after) { nodes { id } }
         }`,
        args,
      );
      expect(errors?.[0]?.extensions["code"]).not.toBe("INTERNAL_SERVER_ERROR");
      expect(errors).toHaveLength(1);
    }
    const token = { headers: { authorization: `Bearer ${api.integratorSecret}` } };
    const { errors } = await api.send(token, "{ people { nodes { id } } }");
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

test("a person has an office, roles and positions; a position has holders", async () => {
  const { me } = await api.gql(
    clients.get("budi")!,
    `{ me { name nip locale disabled mustChangePassword roles office { name government timeZone }
         positions { code name office { code } holders { username } } } }`,
  );
  expect(me).toEqual({
    name: "Budi Santoso",
    nip: null,
    locale: "id",
    disabled: false,
    mustChangePassword: false,
    roles: [],
    office: {
      name: "Dinas Komunikasi dan Informatika",
      government: "Pemerintah Kabupaten Trenggalek",
      timeZone: "Asia/Jakarta",
    },
    positions: [
      {
        code: "trenggalek-kominfo.fungsional",
        name: "Pejabat Fungsional/Pelaksana",
        office: { code: "trenggalek-kominfo" },
        holders: [{ username: "budi" }, { username: "siti" }],
      },
    ],
  });
  const kadis = await api.gql(clients.get("pkykadis")!, "{ me { roles } }");
  expect(kadis.me.roles).toEqual(["APPROVER", "MANAGER"]);
});

test("positions are listed for all offices or for one", async () => {
  const document = "query ($officeId: ID) { positions(officeId: $officeId) { code } }";
  const { offices } = await api.gql(clients.get("budi")!, "{ offices { id code } }");
  expect(offices).toHaveLength(3);
  const all = await api.gql(clients.get("budi")!, document);
  expect(all.positions).toHaveLength(14);
  const counts = new Map<string, number>();
  for (const { id, code } of offices) {
    const { positions } = await api.gql(clients.get("budi")!, document, { officeId: id });
    expect(positions.every((each: { code: string }) => each.code.startsWith(`${code}.`))).toBe(
      true,
    );
    counts.set(code, positions.length);
  }
  expect(counts).toEqual(
    new Map([
      ["trenggalek-dinkes", 0],
      ["trenggalek-kominfo", 9],
      ["palangkaraya-kominfo", 5],
    ]),
  );
});

test("node finds what one may see, and nothing else", async () => {
  const { nodes } = await page("admin", { first: 100 });
  const idOf = (username: string) => nodes.find((each: Listed) => each.username === username).id;
  const seen = async (client: string | null, id: string) =>
    (
      await api.gql(
        client === null ? null : clients.get(client)!,
        "query ($id: ID!) { node(id: $id) { __typename id ... on Person { username } } }",
        { id },
      )
    ).node;
  expect(await seen("budi", idOf("siti"))).toEqual({
    __typename: "Person",
    id: idOf("siti"),
    username: "siti",
  });
  expect(await seen("pemohon", idOf("pemohon"))).toMatchObject({ username: "pemohon" });
  expect(await seen("pemohon", idOf("siti"))).toBeNull();
  expect(await seen("budi", idOf("pkykadis"))).toBeNull();
  expect(await seen(null, idOf("siti"))).toBeNull();
});

describe("the number of statements does not grow with the list", () => {
  async function scopeOf(name: string): Promise<RequestScope> {
    const actors = new ActorService(api.database, new AccountChanges(), api.clock.now);
    const bearer = clients.get(name)!.headers["authorization"]!.slice("Bearer ".length);
    const { actor } = await actors.authenticate({ bearer, cookie: null });
    const ctx = { actor, locale: "id", requestId: "t", now: api.clock.now } as const;
    return new RequestScope(ctx, api.database, { set: () => {}, clear: () => {} }, "");
  }

  test.each([1, 5, 100])(
    "people(first: %i) with office, roles and positions: six",
    async (first) => {
      const scope = await scopeOf("admin");
      const resolver = new PersonResolver(new PeopleReader());
      const { result, statements } = await countStatements(async () => {
        const { nodes } = await resolver.people(scope, { first });
        await Promise.all(
          nodes.flatMap((person) => [
            resolver.office(person, scope),
            resolver.roles(person, scope),
            resolver.positions(person, scope),
          ]),
        );
        return nodes;
      });
      expect(result).toHaveLength(Math.min(first, 21));
      // The first by name are no holders of a position where only one is asked for.
      expect(statements.length).toBeLessThanOrEqual(6);
      if (first > 1) expect(statements).toHaveLength(6);
    },
  );

  test("offices: one; positions with office and holders: four", async () => {
    const scope = await scopeOf("budi");
    const resolver = new OfficeResolver(new PeopleReader());
    expect((await countStatements(() => resolver.offices(scope))).statements).toHaveLength(1);
    const { statements } = await countStatements(async () => {
      const positions = await resolver.positions(scope);
      await Promise.all(
        positions.flatMap((each) => [resolver.office(each, scope), resolver.holders(each, scope)]),
      );
    });
    expect(statements).toHaveLength(4);
  });

  test("apiTokens: one", async () => {
    const scope = await scopeOf("admin");
    const { statements } = await countStatements(() => new PeopleReader().apiTokens(scope));
    expect(statements).toHaveLength(1);
  });
});
