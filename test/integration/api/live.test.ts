import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { hashToken } from "../../../server/features/people/secrets.js";
import { openEventStream, type EventStream } from "../../harness/event-stream.js";
import { startTestApi, type TestApi, type TestClient } from "../../harness/test-api.js";

let first: TestApi;
let second: TestApi;
const open: EventStream[] = [];

beforeAll(async () => {
  first = await startTestApi();
  second = await startTestApi();
});

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

afterAll(async () => {
  await first.stop();
  await second.stop();
});

async function subscribe(api: TestApi, client: TestClient, query: string): Promise<EventStream> {
  const stream = await openEventStream(api.url, query, client.headers);
  open.push(stream);
  return stream;
}

const startInstance = `mutation ($input: StartInstanceInput!) {
  startInstance(input: $input) { instance { id openTasks { id } } userErrors { code message } }
}`;

// Twice, because what one composition registers must not reach into another's.
test.each([
  ["one server", () => first],
  ["another in the same process", () => second],
])("tells the holders of a lane of the tasks that came to them: %s", async (_name, apiOf) => {
  const api = apiOf();
  // Two people hold the lane that this SOP begins in: one starts it, the other is told.
  const budi = await api.signIn("budi");
  const holder = await api.signIn("siti", { cookie: true });
  const stranger = await api.signIn("dewi");
  const worklist = await subscribe(
    api,
    holder,
    "subscription { worklistChanged { instanceId taskIds } }",
  );
  const other = await subscribe(api, stranger, "subscription { worklistChanged { instanceId } }");
  const search = 'sops(filter: { search: "PEMANFAATAN APLIKASI" }) { nodes { id } }';
  const { sops } = await api.gql(budi, `{ ${search} }`);
  const started = await api.gql(budi, startInstance, {
    input: { sopId: sops.nodes[0].id, title: "Uji", idempotencyKey: "live-1" },
  });
  expect(started.startInstance.userErrors).toEqual([]);
  const { id, openTasks } = started.startInstance.instance;
  expect(await worklist.next()).toEqual({
    data: {
      worklistChanged: {
        instanceId: id,
        taskIds: openTasks.map((task: { id: string }) => task.id),
      },
    },
  });

  const changes = await subscribe(
    api,
    holder,
    `subscription { instanceChanged(id: "${id}") { id openTasks { id status assignee { username } } } }`,
  );
  // Over and over, as the first event is interpreted and the later ones are compiled.
  for (const [mutation, status] of [
    ["claimTask", "CLAIMED"],
    ["releaseTask", "OPEN"],
    ["claimTask", "CLAIMED"],
    ["releaseTask", "OPEN"],
  ] as const) {
    const document = `mutation ($id: ID!) { ${mutation}(input: { taskId: $id }) { userErrors { code } } }`;
    await api.gql(holder, document, { id: openTasks[0].id });
    expect(await changes.next()).toMatchObject({
      data: { instanceChanged: { id, openTasks: [{ id: openTasks[0].id, status }] } },
    });
    expect(await worklist.next()).toEqual({
      data: { worklistChanged: { instanceId: id, taskIds: [openTasks[0].id] } },
    });
  }

  // Somebody of another office was told nothing.
  const quiet = await Promise.race([
    other.next(),
    new Promise((resolve) => setTimeout(resolve, 200, "nothing")),
  ]);
  expect(quiet).toBe("nothing");
});

test("nobody follows what is not theirs to see, and nothing after signing out", async () => {
  const budi = await first.signIn("budi");
  const { instances } = await first.gql(budi, "{ instances { nodes { id } } }");
  const id = instances.nodes[0].id as string;
  const query = `subscription { instanceChanged(id: "${id}") { id status } }`;
  const dewi = await first.signIn("dewi");
  const refused = await subscribe(first, dewi, query);
  expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  const anonymous = await openEventStream(first.url, query);
  open.push(anonymous);
  expect(await anonymous.next()).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });

  const again = await first.signIn("budi");
  const followed = await subscribe(first, again, query);
  await first.gql(again, "mutation { signOut { done } }");
  const manajer = await first.signIn("manajer");
  const hold = `mutation { holdInstance(input: { instanceId: "${id}", reason: "uji" }) { userErrors { code } } }`;
  expect((await first.gql(manajer, hold)).holdInstance.userErrors).toEqual([]);
  expect(await followed.next()).toMatchObject({
    errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
  });
  expect(await followed.next()).toBeNull();
});

test("a window that only listens does not keep its session alive", async () => {
  const siti = await first.signIn("siti");
  const token = siti.headers["authorization"]!.slice("Bearer ".length);
  const seenAt = async () =>
    (
      await first.database.reader.get<{ at: number }>(
        "SELECT last_seen_at AS at FROM session WHERE token_hash = ?",
        [hashToken(token)],
      )
    )?.at;
  const worklist = await subscribe(first, siti, "subscription { worklistChanged { instanceId } }");
  const begun = await seenAt();
  const budi = await first.signIn("budi");
  first.clock.set(begun! + 10 * 60_000);
  const search = 'sops(filter: { search: "PEMANFAATAN APLIKASI" }) { nodes { id } }';
  const { sops } = await first.gql(budi, `{ ${search} }`);
  await first.gql(budi, startInstance, {
    input: { sopId: sops.nodes[0].id, title: "Uji", idempotencyKey: "live-idle" },
  });
  expect(await worklist.next()).toMatchObject({ data: { worklistChanged: {} } });
  expect(await seenAt()).toBe(begun);
  await first.gql(siti, "{ me { id } }");
  await vi.waitFor(async () => expect(await seenAt()).toBe(begun! + 10 * 60_000));
  first.clock.release();
});
