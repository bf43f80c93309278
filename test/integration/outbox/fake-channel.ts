import type {
  Attempted,
  OutboxChannel,
  OutboxMessage,
} from "../../../server/runtime/outbox/outbox-channel.js";

export interface Attempt {
  readonly message: OutboxMessage<string>;
  readonly signal: AbortSignal;
  /** Says how it went; what nobody answers stays under way. */
  answer(result: Attempted<string>): void;
}

type Behaviour = (message: OutboxMessage<string>) => Attempted<string> | "ASK";

/** A channel whose test says how each attempt goes: by a rule, or one by one. */
export class FakeChannel implements OutboxChannel<string, string> {
  readonly name: string;
  readonly giveUpAfterMs = 60_000;
  timeoutMs = 60_000;
  concurrency = 4;
  concurrencyPerKey = 4;
  ordered = false;
  /** Of this server, in the order in which they began. */
  readonly attempts: Attempt[] = [];
  readonly recorded: string[] = [];
  behaviour: Behaviour = () => "ASK";
  #onAttempt: () => void = () => undefined;

  constructor(name = "fake") {
    this.name = name;
  }

  backOff = (failures: number): number => failures * 10_000;

  deliver(
    message: OutboxMessage<string>,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<Attempted<string>> {
    return new Promise((resolve) => {
      this.attempts.push({ message, signal, answer: resolve });
      const result = this.behaviour(message);
      if (result !== "ASK") resolve(result);
      this.#onAttempt();
    });
  }

  record: NonNullable<OutboxChannel<string, string>["record"]> = async (
    _ctx,
    _tx,
    { payload },
    { outcome },
    detail,
  ) => void this.recorded.push([payload, outcome, detail ?? "-"].join(" "));

  get payloads(): string[] {
    return this.attempts.map(({ message }) => message.payload);
  }

  /** The attempt with this number, from 0, as soon as it has begun. */
  async attempt(index: number): Promise<Attempt> {
    for (;;) {
      const found = this.attempts[index];
      if (found) return found;
      await new Promise<void>((resolve) => (this.#onAttempt = resolve));
    }
  }
}
