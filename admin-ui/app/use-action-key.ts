import { useMemo } from "react";
import { newIdempotencyKey } from "./idempotency-key.js";

export interface ActionKey {
  /** The key of what is asked for: the same one until it is done, another for anything else. */
  of(input: object): string;
  /** It was done; the next time is another action, whatever it says. */
  done(): void;
}

/** Whoever asks again because an answer was lost asks for the same thing, which happens once. */
export function createActionKey(newKey: () => string): ActionKey {
  let asked: { readonly input: string; readonly key: string } | null = null;
  return {
    of(input) {
      const said = JSON.stringify(input);
      if (asked?.input !== said) asked = { input: said, key: newKey() };
      return asked.key;
    },
    done() {
      asked = null;
    },
  };
}

export const useActionKey = (): ActionKey => useMemo(() => createActionKey(newIdempotencyKey), []);
