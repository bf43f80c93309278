import { expect } from "vitest";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";

export const noticeFields = `id kind group at unread isOver headline subject reason dueAt
  taskId instanceId sopId positionId about { id }`;

/** Reads what people of the demo office are told, over the API. */
export class NoticeDesk {
  private constructor(readonly driver: CaseDriver) {}

  static async start(mailUrl: string | null = null): Promise<NoticeDesk> {
    return new NoticeDesk(await CaseDriver.start(undefined, { mailUrl }));
  }

  get api(): TestApi {
    return this.driver.api;
  }

  /** Moves the clock on, so that whatever comes next is newer than all before. */
  tick(): number {
    this.api.clock.advance(1000);
    return this.api.clock.now();
  }

  /** What somebody was told since, the oldest first. */
  async told(username: string, since: number, unreadOnly = false): Promise<AnyData[]> {
    const { notifications } = await this.driver.gql(
      username,
      `query ($unreadOnly: Boolean!) { notifications(first: 100, unreadOnly: $unreadOnly) {
        nodes { ${noticeFields} } } }`,
      { unreadOnly },
    );
    return notifications.nodes.filter(({ at }: AnyData) => Date.parse(at) >= since).toReversed();
  }

  async kinds(username: string, since: number, unreadOnly = false): Promise<string[]> {
    return (await this.told(username, since, unreadOnly)).map(({ kind }) => kind);
  }

  async unread(username: string): Promise<number> {
    const { unreadNotifications } = await this.driver.gql(
      username,
      "{ unreadNotifications { count hasMore } }",
    );
    return unreadNotifications.count;
  }

  async markRead(username: string, input: object): Promise<AnyData> {
    const payload = await this.driver.mutate(
      username,
      "markNotificationsRead",
      input,
      "unread { count }",
    );
    expect(payload.userErrors).toEqual([]);
    return payload.unread;
  }

  async readAll(username: string): Promise<void> {
    await this.driver.gql(
      username,
      "mutation { markAllNotificationsRead { userErrors { code } unread { count } } }",
    );
  }

  async setEmail(username: string, email: string | null, by = username): Promise<AnyData> {
    const { people } = await this.driver.gql(
      "admin",
      "query ($search: String) { people(first: 5, search: $search) { nodes { id username } } }",
      { search: username },
    );
    const person = people.nodes.find((one: AnyData) => one.username === username);
    return this.driver.mutate(by, "setEmail", { personId: person.id, email }, "person { email }");
  }

  async setSettings(
    username: string,
    mailMode: "EACH" | "DAILY" | "OFF",
    kinds: readonly object[] = [],
  ): Promise<AnyData> {
    const payload = await this.driver.mutate(
      username,
      "setNotificationSettings",
      { mailMode, kinds },
      "settings { mailMode mailIsOn email kinds { kind group inApp mail } }",
    );
    expect(payload.userErrors).toEqual([]);
    return payload.settings;
  }

  async act(by: string, name: string, input: object): Promise<AnyData> {
    const payload = await this.driver.mutate(by, name, input, "__typename");
    expect(payload.userErrors).toEqual([]);
    return payload;
  }

  stop(): Promise<void> {
    return this.driver.stop();
  }
}
