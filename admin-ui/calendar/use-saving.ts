import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient, type AnyVariables, type TypedDocumentNode } from "urql";
import { readAction, type ActionError } from "../app/read-action.js";
import { useAction } from "../app/use-action.js";
import type { PreviewPartsFragment } from "../generated/graphql.js";

interface PreviewPayload {
  readonly preview: PreviewPartsFragment | null;
  readonly userErrors: readonly ActionError[];
}

/**
 * Saving in two steps: what it would do to open deadlines, and then the saving itself. A conflict is
 * handed on with the payload, which holds what somebody else has saved.
 */
export function useSaving<
  Preview extends Record<string, PreviewPayload | string | undefined>,
  Data extends object,
  Input,
>(options: {
  readonly preview: TypedDocumentNode<Preview, AnyVariables & { input: Input }>;
  readonly mutation: TypedDocumentNode<Data, AnyVariables & { input: Input }>;
  readonly onSaved: (payload: NonNullable<Data[Exclude<keyof Data, "__typename">]>) => void;
  readonly onConflict: (payload: NonNullable<Data[Exclude<keyof Data, "__typename">]>) => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const [looking, setLooking] = useState(false);
  const [preview, setPreview] = useState<PreviewPartsFragment | null>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [saving, run] = useAction(options.mutation, { quiet: true });
  const look = async (input: Input): Promise<void> => {
    setErrors([]);
    setLooking(true);
    const answer = await client
      .query(options.preview, { input }, { requestPolicy: "network-only" })
      .toPromise();
    setLooking(false);
    const result = readAction(answer as never, t);
    const payload = (result as { payload?: PreviewPayload }).payload;
    if (result.ok && payload?.preview) setPreview(payload.preview);
    else if (!result.ok) setErrors(result.errors);
  };
  const save = async (input: Input): Promise<void> => {
    const result = await run({ input } as AnyVariables & { input: Input });
    setPreview(null);
    if (result.ok) {
      notifications.show({ message: t("calendar.saved") });
      options.onSaved(result.payload);
      return;
    }
    const isConflict = result.errors.some(({ code }) => code === "CONFLICT");
    if (isConflict && result.payload !== undefined) options.onConflict(result.payload);
    else setErrors(result.errors);
  };
  return { looking, saving, preview, errors, look, save, close: () => setPreview(null) };
}
