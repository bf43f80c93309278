import { randomBytes } from "node:crypto";
import { argon2id, hash, verify } from "argon2";
import { BoundedWork } from "../../kernel/bounded-work.js";

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const parameters = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a password that nobody knows, with the parameters above. */
export const decoy =
  "$argon2id$v=19$m=19456,p=1,t=2$GVrG1Ibfik3zl0V2P3BPxA$NlAx6u2CxbiSQ8LXNHTxBTSyFsGcu5hmM3NrdOv+ge8";

/** Nothing longer is hashed, so that nobody can make the server chew on megabytes. */
export const longestPassword = 200;

/**
 * Hashes and checks passwords with argon2id. Each takes 19 MiB and tens of milliseconds of a core, so
 * only `concurrency` run at once and at most `maxWaiting` wait; the next is RATE_LIMITED.
 */
export class PasswordHasher {
  readonly #work: BoundedWork;

  constructor({ concurrency = 2, maxWaiting = 100 } = {}) {
    this.#work = new BoundedWork(concurrency, maxWaiting);
  }

  /** `saltPrefix` marks the hash for a search, see demo-passwords.ts; the rest of the salt is random. */
  hash(password: string, saltPrefix: Buffer = Buffer.alloc(0)): Promise<string> {
    const salt = Buffer.concat([saltPrefix, randomBytes(16 - saltPrefix.length)]);
    return this.#work.run(() => hash(password, { ...parameters, salt }));
  }

  /**
   * Whether it is the password. With no hash (unknown user, no password set) it is not, and finding
   * that out takes the same time.
   */
  verify(passwordHash: string | null, password: string): Promise<boolean> {
    return this.#work.run(async () => {
      const candidate = password.slice(0, longestPassword + 1);
      const matches = await verify(passwordHash ?? decoy, candidate);
      return matches && passwordHash !== null && candidate.length <= longestPassword;
    });
  }
}
