import { useTranslation } from "react-i18next";
import type { HoldingCapacity } from "../generated/graphql.js";

/** The name of whoever works a task, with "Plh." after it where they are acting. */
export function useHeldBy(): (name: string, capacity: HoldingCapacity | null) => string {
  const { t } = useTranslation();
  return (name, capacity) =>
    capacity === null || capacity === "DEFINITIVE"
      ? name
      : `${name} (${t(`capacity.${capacity}`)})`;
}
