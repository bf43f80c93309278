import { type HttpAnswer, type HttpRequest, KeepAliveClient } from "./keep-alive-client.js";

export interface Load {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** The next request; `null` ends the load before its time. */
  readonly next: () => HttpRequest | null;
  /** Throws when an answer is not what was asked for. */
  readonly check: (answer: HttpAnswer) => void;
}

/** Connections, caches and what the measurement before has pushed out of them settle in this time. */
const rampUpMs = 150;

/**
 * Lets so many clients ask, each its next thing once the last is answered. Answers a second, counted
 * after a ramp-up.
 */
export async function answersPerSecond(load: Load): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: load.clients }, () => KeepAliveClient.open(load.port)),
  );
  try {
    let answers = 0;
    const from = performance.now() + rampUpMs;
    const until = from + load.seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < until) {
          const request = load.next();
          if (!request) return;
          load.check(await client.ask(request));
          if (performance.now() >= from) answers += 1;
        }
      }),
    );
    return answers / ((performance.now() - from) / 1000);
  } finally {
    for (const client of clients) client.close();
  }
}
