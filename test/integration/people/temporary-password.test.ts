import { afterAll, beforeAll, expect, test } from "vitest";
import { openEventStream } from "../../harness/event-stream.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let api: TestApi;
let temporaryPassword: string;
let kadis: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  const admin = await api.signIn("admin");
  const { people } = await api.gql(admin, '{ people(search: "kadis") { nodes { id username } } }');
  const { id } = people.nodes.find((each: { username: string }) => each.username === "kadis");
  const { resetPassword } = await api.gql(
    admin,
    `mutation ($id: ID!) { resetPassword(input: { personId: $id }) { temporaryPassword } }`,
    { id },
  );
  temporaryPassword = resetPassword.temporaryPassword;
  kadis = await api.signIn("kadis", { password: temporaryPassword });
});
afterAll(() => api.stop());

const required = { extensions: { code: "PASSWORD_CHANGE_REQUIRED" } };

test.each([
  "{ offices { id } }",
  "{ sops { nodes { id } } }",
  "{ me { id } people { nodes { id } } }",
  "{ me { id } ...rest } fragment rest on Query { ... on Query { tasks { nodes { id } } } }",
  '{ me: node(id: "x") { id } }',
  "query A { offices { id } }",
  'mutation { resetPassword(input: { personId: "x" }) { temporaryPassword } }',
  'mutation { signOut { done } claimTask(input: { taskId: "x" }) { userErrors { code } } }',
])("with a temporary password nothing else can be done: %s", async (document) => {
  const reply = await api.send(kadis, document);
  expect(reply).toMatchObject({ status: 403, errors: [required] });
  expect(reply.data ?? null).toBeNull();
});

test("nor followed", async () => {
  const query = "subscription { worklistChanged { instanceId } }";
  const stream = await openEventStream(api.url, query, kadis.headers);
  expect(await stream.next()).toMatchObject({ errors: [required] });
  stream.close();
});

test("what leads to a password of one's own can, and then everything", async () => {
  const read = "{ __typename me { username mustChangePassword roles office { name } } }";
  const { me } = await api.gql(kadis, read);
  expect(me).toMatchObject({ username: "kadis", mustChangePassword: true, roles: ["APPROVER"] });
  const locale = 'mutation { setMyLocale(input: { locale: "id" }) { userErrors { code } } }';
  expect((await api.gql(kadis, locale)).setMyLocale.userErrors).toEqual([]);
  const other = await api.signIn("kadis", { password: temporaryPassword });
  expect((await api.gql(other, "mutation { signOut { done } }")).signOut.done).toBe(true);

  const { changePassword } = await api.gql(
    kadis,
    `mutation ($input: ChangePasswordInput!) {
       changePassword(input: $input) { person { mustChangePassword } userErrors { code } }
     }`,
    { input: { currentPassword: temporaryPassword, newPassword: "pagi yang tenang" } },
  );
  expect(changePassword).toEqual({ person: { mustChangePassword: false }, userErrors: [] });
  const { people } = await api.gql(kadis, "{ offices { id } people { totalCount } }");
  expect(people.totalCount).toBeGreaterThan(1);
});
