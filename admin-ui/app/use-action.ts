import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, type AnyVariables, type TypedDocumentNode } from "urql";

interface UserErrorLike {
  readonly code: string;
  readonly field?: string | null;
  readonly message: string;
}

export type ActionResult<Payload> =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly errors: readonly UserErrorLike[]; readonly payload?: Payload };

type PayloadOf<Data> = NonNullable<Data[Exclude<keyof Data, "__typename">]>;

/**
 * One mutation with one field. Refusals (`userErrors`) and failures come back as errors whose
 * message is in the person's language; they are also shown, unless `quiet`.
 */
export function useAction<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: { readonly quiet?: boolean } = {},
): readonly [boolean, (variables: Variables) => Promise<ActionResult<PayloadOf<Data>>>] {
  const { t } = useTranslation();
  const [{ fetching }, execute] = useMutation(document);
  const quiet = options.quiet === true;
  const run = useCallback(
    async (variables: Variables): Promise<ActionResult<PayloadOf<Data>>> => {
      const { data, error } = await execute(variables);
      const payload = firstField(data) as PayloadOf<Data> | undefined;
      const errors = readErrors(payload);
      if (error !== undefined || payload === undefined) {
        const network = error?.networkError !== undefined;
        errors.push({
          code: network ? "NETWORK" : String(error?.graphQLErrors[0]?.extensions["code"] ?? "?"),
          message: network
            ? t("error.network")
            : error?.graphQLErrors[0]?.extensions["code"] === "FORBIDDEN"
              ? t("error.forbidden")
              : t("error.server"),
        });
      }
      if (errors.length === 0 && payload !== undefined) return { ok: true, payload };
      if (!quiet) {
        for (const one of errors) notifications.show({ color: "red", message: one.message });
      }
      return payload === undefined ? { ok: false, errors } : { ok: false, errors, payload };
    },
    [execute, quiet, t],
  );
  return [fetching, run];
}

function firstField(data: object | null | undefined): unknown {
  if (data === null || data === undefined) return undefined;
  const entry = Object.entries(data).find(([name]) => name !== "__typename");
  return entry?.[1] ?? undefined;
}

function readErrors(payload: unknown): UserErrorLike[] {
  if (typeof payload !== "object" || payload === null || !("userErrors" in payload)) return [];
  return [...(payload.userErrors as readonly UserErrorLike[])];
}
