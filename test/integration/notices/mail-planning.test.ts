import { afterAll, beforeAll, expect, test } from "vitest";
import { systemContext } from "../../../server/kernel/system-context.js";
import type { TestApi } from "../../harness/test-api.js";
import { startTestMailServer, type TestMailServer } from "../../harness/test-mail-server.js";
import { NoticeDesk } from "./notice-desk.js";

let server: TestMailServer;
let desk: NoticeDesk;
let api: TestApi;

beforeAll(async () => {
  server = await startTestMailServer();
  desk = await NoticeDesk.start(server.url);
  ({ api } = desk);
  await desk.setEmail("siti", "siti@kominfo.example.go.id");
});
afterAll(async () => {
  await desk?.stop();
  await server?.stop();
});

/** Notices to `siti` of which nothing is known but this. */
const post = (details: readonly string[]): Promise<unknown> =>
  api.database.unitOfWork.run(systemContext("test", api.clock.now), async (tx) => {
    for (const text of details) {
      await tx.run(
        `INSERT INTO notice (at, kind, person_id, details, mail)
          SELECT ?, 'CASE_CANCELLED', id, ?, 1 FROM person WHERE username = 'siti'`,
        [api.clock.now(), text],
      );
    }
  });

test("as many as come, with reasons as long as they may be, all go out", async () => {
  const reason = '"&<'.repeat(667).slice(0, 2000);
  await post(Array.from({ length: 150 }, () => JSON.stringify({ reason })));
  await api.telling.planMails();
  await api.deliverOutbox();
  const told = server.take().flatMap(({ text }) => text?.match(/^Berkas dibatalkan/gm) ?? []);
  expect(told).toHaveLength(150);
});

test("one of which no mail can be written keeps none of the others waiting", async () => {
  await post(["{", ...Array.from({ length: 2 }, () => "{}")]);
  await expect(api.telling.planMails()).rejects.toThrow(/could not be written/);
  await api.deliverOutbox();
  expect(server.take()).toHaveLength(2);
  await api.database.unitOfWork.run(systemContext("test", api.clock.now), (tx) =>
    tx.run("DELETE FROM notice WHERE details = '{'", []),
  );
});
