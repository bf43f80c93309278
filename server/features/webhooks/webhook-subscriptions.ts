import type { Reader, Row } from "../../persistence/database.js";
import type { NowOrLater } from "../../runtime/now-or-later.js";
import type { WebhookEvent } from "./webhook-event.js";

/** An active endpoint, as far as it decides what is enqueued. */
export interface Subscription {
  readonly endpointId: number;
  /** `null`: every office's events. */
  readonly officeId: number | null;
  readonly events: ReadonlySet<WebhookEvent>;
  /** Epoch milliseconds from when on it is told. */
  readonly since: number;
}

/**
 * The active endpoints, kept in memory, so that a command that nobody wants to hear of costs nothing.
 * What is changed on this server counts from its commit on; what is changed on another, once
 * `refresh` has read it.
 */
export class WebhookSubscriptions {
  #known: readonly Subscription[] | null = null;
  #generation = 0;

  /** Read from `reader` where nothing is known yet. */
  current(reader: Reader): NowOrLater<readonly Subscription[]> {
    return this.#known ?? this.refresh(reader);
  }

  async refresh(reader: Reader): Promise<readonly Subscription[]> {
    const generation = this.#generation;
    const rows = await reader.all<
      Row & { id: number; officeId: number | null; events: string; since: number }
    >(
      `SELECT id, office_id AS officeId, events, since FROM webhook_endpoint
        WHERE state = 'ACTIVE' ORDER BY id`,
      [],
    );
    const found = rows.map(({ id, officeId, events, since }) => ({
      endpointId: id,
      officeId,
      events: new Set(events.split(" ") as WebhookEvent[]),
      since,
    }));
    // Something was changed here while this was read, and may not be in it.
    if (generation === this.#generation) this.#known = found;
    return found;
  }

  /** To be called after the commit of a change. */
  forget(): void {
    this.#generation += 1;
    this.#known = null;
  }
}

export const isToldOf = ({ officeId }: Subscription, office: number): boolean =>
  officeId === null || officeId === office;
