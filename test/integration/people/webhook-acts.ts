import { expect } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import type { OfficeDesk } from "./office-desk.js";

type Acts = Readonly<Record<string, readonly [action: string, () => Promise<unknown>]>>;

/** What an admin does about webhooks, each with the entry that it leaves. */
export function webhookActs(desk: () => OfficeDesk): Acts {
  /** A webhook through what its input is called: the driver knows only those of the common kind. */
  async function onWebhook(name: string, type: string, input: object): Promise<AnyData> {
    const fields = name === "deleteWebhook" ? "deletedId" : "webhook { id }";
    const document = `mutation ($input: ${type}!) {
    ${name}(input: $input) { ${fields} userErrors { code field } } }`;
    const answer = (await desk().driver.gql("admin", document, { input }))[name];
    expect(answer.userErrors, name).toEqual([]);
    return answer;
  }

  const webhook = { name: "SPBE", url: "https://penerima.example/alur", events: ["CASE_STARTED"] };

  async function newWebhook(): Promise<string> {
    return (await onWebhook("createWebhook", "CreateWebhookInput", webhook)).webhook.id;
  }

  return {
    createWebhook: ["WEBHOOK_CREATED", newWebhook],
    changeWebhook: [
      "WEBHOOK_CHANGED",
      async () => {
        const input = { ...webhook, name: "SPBE 2", webhookId: await newWebhook() };
        await onWebhook("changeWebhook", "ChangeWebhookInput", input);
      },
    ],
    setWebhookPaused: [
      "WEBHOOK_PAUSED",
      async () => {
        const input = { webhookId: await newWebhook(), paused: true };
        await onWebhook("setWebhookPaused", "SetWebhookPausedInput", input);
      },
    ],
    rotateWebhookSecret: [
      "WEBHOOK_SECRET_ROTATED",
      async () =>
        onWebhook("rotateWebhookSecret", "WebhookInput", { webhookId: await newWebhook() }),
    ],
    deleteWebhook: [
      "WEBHOOK_DELETED",
      async () => onWebhook("deleteWebhook", "WebhookInput", { webhookId: await newWebhook() }),
    ],
  };
}
