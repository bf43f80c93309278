import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let api: TestApi;
const clients = new Map<string, TestClient>();

beforeAll(async () => {
  api = await startTestApi();
  for (const name of ["admin", "kadis", "siti", "pemohon", "pkykadis"]) {
    clients.set(name, await api.signIn(name));
  }
  const bearer = { authorization: `Bearer ${api.integratorSecret}` };
  clients.set("integrator", { headers: bearer });
});
afterAll(() => api.stop());

const account = "username nip locale disabled mustChangePassword roles positions { code }";
const closed = {
  username: null,
  nip: null,
  locale: null,
  disabled: null,
  mustChangePassword: null,
  roles: null,
  positions: null,
};
const open = { locale: "id", disabled: false, mustChangePassword: false, roles: [] };

/** The holders of a position of the demo's first office, as somebody meets them there. */
async function holdersSeenBy(name: string) {
  const { positions } = await api.gql(
    clients.get(name)!,
    `{ positions { code holders { id name ${account} } } }`,
  );
  const found = positions.find((each: { holders: { name: string }[] }) =>
    each.holders.some((holder) => holder.name === "Budi Santoso"),
  );
  return found.holders.find((each: { name: string }) => each.name === "Budi Santoso");
}

describe("a person met on the way", () => {
  // Twice, as the second answer comes from the compiled query.
  test.each(["pemohon", "pkykadis", "integrator"])("is a name only, to %s", async (name) => {
    for (const _round of [1, 2, 3]) {
      const budi = await holdersSeenBy(name);
      expect(budi).toEqual({ id: expect.any(String), name: "Budi Santoso", ...closed });
    }
  });

  test.each(["admin", "kadis", "siti"])("is an account, to %s", async (name) => {
    const budi = await holdersSeenBy(name);
    expect(budi).toMatchObject({ username: "budi", ...open });
    expect(budi.positions).toHaveLength(1);
  });
});

test("the staff that worked on a request are names to its requester, who is all to themselves", async () => {
  const pemohon = clients.get("pemohon")!;
  const { sops } = await api.gql(pemohon, "{ sops(first: 50) { nodes { id canStart } } }");
  const sop = sops.nodes.find((each: { canStart: boolean }) => each.canStart);
  const { startInstance } = await api.gql(
    pemohon,
    `mutation ($input: StartInstanceInput!) {
       startInstance(input: $input) {
         instance { id requester { name ${account} } history { actor { name ${account} } } }
         userErrors { code }
       }
     }`,
    { input: { sopId: sop.id, title: "Uji", idempotencyKey: "privacy" } },
  );
  expect(startInstance.userErrors).toEqual([]);
  const { id, requester, history } = startInstance.instance;
  for (const seen of [requester, history[0].actor]) {
    expect(seen).toMatchObject({ username: "pemohon", ...open, positions: [] });
  }
  const asStaff = await api.gql(
    clients.get("kadis")!,
    `query ($id: ID!) { node(id: $id) { ... on Instance { requester { name ${account} } } } }`,
    { id },
  );
  expect(asStaff.node.requester).toEqual({ name: requester.name, ...closed });
});

test("whoever signs in is told of themselves, though the request began as nobody's", async () => {
  const { signIn } = await api.gql(
    null,
    `mutation { signIn(input: { username: "budi", password: "alur-demo", bearer: true }) {
       person { name ${account} } } }`,
  );
  expect(signIn.person).toMatchObject({ name: "Budi Santoso", username: "budi", ...open });
});
