import type { TFunction } from "i18next";
import type { CombinedError } from "urql";

/** A refusal of the server (`userErrors`) or a failure on the way, in the person's language. */
export interface ActionError {
  readonly code: string;
  readonly field?: string | null;
  readonly message: string;
}

export type ActionResult<Payload> =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly errors: readonly ActionError[]; readonly payload?: Payload };

/** What the only field of a mutation returned. */
export type PayloadOf<Data> = NonNullable<Data[Exclude<keyof Data, "__typename">]>;

/** Reads the answer of a mutation with one field: its payload, or why there is none. */
export function readAction<Data extends object>(
  { data, error }: { readonly data?: Data | undefined; readonly error?: CombinedError | undefined },
  t: TFunction,
): ActionResult<PayloadOf<Data>> {
  const payload = onlyField(data) as PayloadOf<Data> | undefined;
  const errors = userErrors(payload);
  if (error !== undefined || payload === undefined) errors.push(failure(error, t));
  if (errors.length === 0 && payload !== undefined) return { ok: true, payload };
  return payload === undefined ? { ok: false, errors } : { ok: false, errors, payload };
}

function failure(error: CombinedError | undefined, t: TFunction): ActionError {
  if (error?.networkError !== undefined) return { code: "NETWORK", message: t("error.network") };
  const [first] = error?.graphQLErrors ?? [];
  const code = String(first?.extensions["code"] ?? "UNKNOWN");
  if (code === "FORBIDDEN") return { code, message: t("error.forbidden") };
  // These the server words for people, with the number to name; the rest is for developers.
  const isWorded = code === "RATE_LIMITED" || code === "INTERNAL_SERVER_ERROR";
  return { code, message: isWorded && first !== undefined ? first.message : t("error.server") };
}

function onlyField(data: object | undefined): unknown {
  if (data === undefined || data === null) return undefined;
  const entry = Object.entries(data).find(([name]) => name !== "__typename");
  return entry?.[1] ?? undefined;
}

function userErrors(payload: unknown): ActionError[] {
  if (typeof payload !== "object" || payload === null || !("userErrors" in payload)) return [];
  return [...(payload.userErrors as readonly ActionError[])];
}
