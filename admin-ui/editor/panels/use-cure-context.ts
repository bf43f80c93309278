import { useMemo } from "react";
import { useQuery } from "urql";
import type { CureContext } from "../../../domain/index.js";
import { newKey } from "../draft/new-key.js";
import { useEditor } from "../editor-context.js";
import { suggestBinding } from "../paste/suggest-binding.js";
import { positionsQuery } from "../sop-operations.js";

/** What the cures of problems go by: fresh keys, the usual outcomes, the positions by name. */
export function useCureContext(): CureContext {
  const { t, officeId } = useEditor();
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  return useMemo(() => {
    const positions = data?.positions ?? [];
    return {
      newKey,
      outcomes: [t("editor.yes"), t("editor.no")],
      holderOf(laneName) {
        const binding = suggestBinding(laneName, positions, officeId);
        if (binding === null) return null;
        if (binding.type === "REQUESTER") return { binding, name: t("editor.requester") };
        const position = positions.find(({ code }) => code === binding.position);
        return position === undefined ? null : { binding, name: position.name };
      },
    };
  }, [data, t, officeId]);
}
