import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "../kernel/refusal.js";

export interface GuessLimits {
  /** Wrong secrets for one name from one address, within the window. */
  readonly perAccount: number;
  /** Wrong secrets from one address, within the window. */
  readonly perAddress: number;
  /** Wrong secrets for one name from wherever, within the window. */
  readonly perUsername: number;
  readonly windowSeconds: number;
}

const defaults: GuessLimits = {
  perAccount: 10,
  perAddress: 100,
  perUsername: 50,
  windowSeconds: 15 * 60,
};

/** A guess that was let through; it counts as wrong until it is told otherwise. */
export interface Attempt {
  /** The secret was right: forgets the wrong ones of this name and address. */
  succeeded(): Promise<void>;
  /** The secret was never looked at: counts nothing. */
  untried(): Promise<void>;
}

/**
 * Bounds how often a secret can be guessed: the password of a username, or the secret of a receipt's
 * number. It is kept in memory, each server counting its own. The bound of a name is wide, as it can
 * lock its person out; without it, whoever has many addresses could guess without end.
 */
export class GuessLimiter {
  readonly #byAddress: RateLimiterMemory;
  readonly #byUsername: RateLimiterMemory;
  readonly #byAccount: RateLimiterMemory;

  constructor(limits: Partial<GuessLimits> = {}) {
    const { perAccount, perAddress, perUsername, windowSeconds } = { ...defaults, ...limits };
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds });
    this.#byAddress = limiter(perAddress);
    this.#byUsername = limiter(perUsername);
    this.#byAccount = limiter(perAccount);
  }

  /** RATE_LIMITED, with the seconds to wait, when there were too many wrong ones. */
  async attempt(username: string, address: string): Promise<Attempt> {
    const account = shortKey(`${address}\n${username}`);
    const counts: readonly (readonly [RateLimiterMemory, string])[] = [
      [this.#byAddress, address],
      [this.#byAccount, account],
      [this.#byUsername, shortKey(username)],
    ];
    const untried = async (): Promise<void> => {
      await Promise.all(taken.map(([limiter, key]) => limiter.reward(key)));
    };
    const taken: (typeof counts)[number][] = [];
    // Counting before the check is what stops a thousand guesses sent at the same moment.
    for (const count of counts) {
      try {
        await take(...count);
      } catch (error) {
        await untried();
        throw error;
      }
      taken.push(count);
    }
    return {
      succeeded: async () => {
        await untried();
        // Not the username's: a stranger's guesses are not undone by its person's signing in.
        await this.#byAccount.delete(account);
      },
      untried,
    };
  }
}

/** Usernames come from outside in any length; the key stays short. */
const shortKey = (text: string): string => createHash("sha256").update(text).digest("base64url");

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal("RATE_LIMITED", null, { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
