import type { Database } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import type { Outbox } from "../../runtime/outbox/outbox.js";
import type { VersionNews } from "../../runtime/version-news.js";
import { AddressGuard } from "./address-guard.js";
import { WebhookBodies } from "./webhook-body.js";
import { WebhookChannel } from "./webhook-channel.js";
import { WebhookOutbox } from "./webhook-outbox.js";
import { WebhookRecords } from "./webhook-records.js";
import { WebhookResolver } from "./webhook-resolver.js";
import { WebhookRounds } from "./webhook-rounds.js";
import { WebhookService } from "./webhook-service.js";
import { defaultWebhookSettings, type WebhookSettings } from "./webhook-settings.js";
import { WebhookSubscriptions } from "./webhook-subscriptions.js";

interface Parts {
  readonly database: Database;
  readonly now: () => number;
  readonly outbox: Outbox;
  readonly runner: CaseRunner;
  readonly news: VersionNews;
  readonly settings: Partial<WebhookSettings>;
}

/** Builds what tells other systems, and has it hear of cases and versions. */
export function composeWebhooks({ database, now, outbox, runner, news, ...more }: Parts): {
  readonly resolver: WebhookResolver;
  readonly rounds: WebhookRounds;
} {
  const settings = { ...defaultWebhookSettings, ...more.settings };
  const guard = new AddressGuard(settings.allowedNetworks);
  const subscriptions = new WebhookSubscriptions();
  const bodies = new WebhookBodies(database, runner.versions);
  const records = new WebhookRecords(subscriptions);
  outbox.register(new WebhookChannel({ database, bodies, records, settings, guard, now }));
  const hearing = new WebhookOutbox(outbox, subscriptions);
  runner.observe(hearing.ofCase);
  news.observe(hearing.ofVersion);
  const service = new WebhookService({ database, outbox, subscriptions, settings, guard });
  return {
    resolver: new WebhookResolver(service),
    rounds: new WebhookRounds(database, outbox, subscriptions),
  };
}
