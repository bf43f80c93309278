import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import {
  useMutation,
  type AnyVariables,
  type OperationContext,
  type TypedDocumentNode,
} from "urql";
import { readAction, type ActionResult, type PayloadOf } from "./read-action.js";

/**
 * One mutation with one field. Refusals and failures come back as errors whose message is in the
 * person's language; they are also shown, unless `quiet`.
 */
export function useAction<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: {
    readonly quiet?: boolean;
    /** Where the answer shows nothing of the type that it changes: what must be read again. */
    readonly context?: Partial<OperationContext>;
  } = {},
): readonly [boolean, (variables: Variables) => Promise<ActionResult<PayloadOf<Data>>>] {
  const { t } = useTranslation();
  const [{ fetching }, execute] = useMutation(document);
  const quiet = options.quiet === true;
  const { context } = options;
  const run = useCallback(
    async (variables: Variables): Promise<ActionResult<PayloadOf<Data>>> => {
      const result = readAction(await execute(variables, context), t);
      if (!result.ok && !quiet) {
        for (const { message } of result.errors) notifications.show({ color: "red", message });
      }
      return result;
    },
    [execute, quiet, context, t],
  );
  return [fetching, run];
}
