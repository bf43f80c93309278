import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "../../kernel/refusal.js";

export interface SignInLimits {
  /** Wrong passwords for one username from one address, within the window. */
  readonly perAccount: number;
  /** Wrong passwords from one address, within the window. */
  readonly perAddress: number;
  readonly windowSeconds: number;
}

const defaults: SignInLimits = { perAccount: 10, perAddress: 100, windowSeconds: 15 * 60 };

/** A guess that was let through; it counts as wrong until it is told otherwise. */
export interface Attempt {
  /** The password was right: forgets the wrong ones of this account and address. */
  succeeded(): Promise<void>;
  /** The password was never looked at: counts nothing. */
  untried(): Promise<void>;
}

/** Bounds how often passwords can be guessed. It is kept in memory, each server counting its own. */
export class SignInLimiter {
  readonly #byAddress: RateLimiterMemory;
  readonly #byAccount: RateLimiterMemory;

  constructor(limits: Partial<SignInLimits> = {}) {
    const { perAccount, perAddress, windowSeconds } = { ...defaults, ...limits };
    this.#byAddress = new RateLimiterMemory({ points: perAddress, duration: windowSeconds });
    this.#byAccount = new RateLimiterMemory({ points: perAccount, duration: windowSeconds });
  }

  /** RATE_LIMITED, with the seconds to wait, when there were too many wrong ones. */
  async attempt(username: string, address: string): Promise<Attempt> {
    // Usernames come from outside in any length; the key stays short.
    const account = createHash("sha256").update(`${address}\n${username}`).digest("base64url");
    // Counting before the check is what stops a thousand guesses sent at the same moment.
    await take(this.#byAddress, address);
    try {
      await take(this.#byAccount, account);
    } catch (error) {
      await this.#byAddress.reward(address);
      throw error;
    }
    return {
      succeeded: async () => {
        await Promise.all([this.#byAddress.reward(address), this.#byAccount.delete(account)]);
      },
      untried: async () => {
        await Promise.all([this.#byAddress.reward(address), this.#byAccount.reward(account)]);
      },
    };
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal("RATE_LIMITED", null, { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
