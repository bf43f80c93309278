import { expect } from "vitest";
import type { ResolvedAddress } from "../../../server/features/webhooks/webhook-settings.js";
import type { AnyData, TestApi } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";
import { Receiver } from "./receiver.js";

const webhookFields = `id name url events state failingSince lastSuccessAt pausedAt waiting
  previousSecretUntil office { name }`;
const deliveryFields = `id messageId event state attempts attemptedAt nextAt status duration failure
  answer body`;

const everything = [
  ...["CASE_STARTED", "CASE_RETURNED", "CASE_RECALLED", "CASE_HELD", "CASE_RESUMED"],
  ...["CASE_CANCELLED", "CASE_COMPLETED", "TASK_OPENED", "TASK_CLAIMED", "TASK_RELEASED"],
  ...["TASK_DELEGATED", "TASK_COMPLETED", "TASK_WITHDRAWN"],
];

type Resolve = () => readonly ResolvedAddress[] | Promise<readonly ResolvedAddress[]>;

/** An admin and the system that they register: on this machine's loopback, which is allowed here. */
export class WebhookDesk {
  /** What the resolver answers; a name that is not in it is unknown. */
  readonly names = new Map<string, Resolve>();

  private constructor(
    readonly driver: CaseDriver,
    readonly receiver: Receiver,
    names: Map<string, Resolve>,
  ) {
    this.names = names;
  }

  static async open(): Promise<WebhookDesk> {
    const names = new Map<string, Resolve>();
    const resolve = async (host: string) => {
      const found = names.get(host);
      if (found) return found();
      throw Object.assign(new Error(`No address of ${host}`), { code: "ENOTFOUND" });
    };
    const webhooks = {
      ...{ allowHttp: true, timeoutMs: 300, resolve },
      allowedNetworks: ["127.0.0.1"],
    };
    const driver = await CaseDriver.start(undefined, { webhooks });
    return new WebhookDesk(driver, await Receiver.listen(), names);
  }

  get api(): TestApi {
    return this.driver.api;
  }

  async close(): Promise<void> {
    await this.receiver.close();
    await this.driver.stop();
  }

  /** Removes every endpoint, with what waits for it. */
  async clear(): Promise<void> {
    for (const { id } of await this.list()) {
      await this.mutate("deleteWebhook", { webhookId: id }, "deletedId");
    }
    this.receiver.reset();
  }

  async list(): Promise<AnyData[]> {
    return (await this.driver.gql("admin", `{ webhooks { ${webhookFields} } }`)).webhooks;
  }

  async mutate(name: string, input: object, fields: string, by = "admin"): Promise<AnyData> {
    const types: Readonly<Record<string, string>> = {
      rotateWebhookSecret: "WebhookInput",
      deleteWebhook: "WebhookInput",
      testWebhook: "WebhookInput",
    };
    const type = types[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) {
      ${name}(input: $input) { ${fields} userErrors { code field message } }
    }`;
    return (await this.driver.gql(by, document, { input }))[name];
  }

  /** The whole payload of registering the receiver. */
  create(change: object = {}, by = "admin"): Promise<AnyData> {
    const input = { name: "SPBE", url: this.receiver.url(), events: everything, ...change };
    return this.mutate("createWebhook", input, `webhook { ${webhookFields} } secret`, by);
  }

  /** Registers the receiver; answers its id and secret. */
  async register(change: object = {}): Promise<{ id: string; secret: string }> {
    const { webhook, secret, userErrors } = await this.create(change);
    expect(userErrors).toEqual([]);
    return { id: webhook.id, secret };
  }

  act(name: string, webhookId: string, more: object = {}): Promise<AnyData> {
    return this.mutate(name, { webhookId, ...more }, `webhook { ${webhookFields} }`);
  }

  async read(id: string): Promise<AnyData> {
    const document = `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint {
      ${webhookFields} deliveries { nodes { ${deliveryFields} } }
    } } }`;
    const { node } = await this.driver.gql("admin", document, { id });
    return node && { ...node, deliveries: node.deliveries.nodes };
  }

  /** Starts a case, which tells of it, and works what is due. */
  async startCase(): Promise<AnyData> {
    const instance = await this.driver.start("000", {}, "budi");
    await this.api.deliverOutbox();
    return instance;
  }
}
