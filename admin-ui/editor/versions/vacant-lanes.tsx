import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { Graph } from "../../../domain/index.js";
import { showsPositions } from "../../app/shows-types.js";
import { positionsQuery } from "../sop-operations.js";

/** Warns of lanes whose position nobody holds; what comes to them would wait. */
export function VacantLanes({ graph }: { graph: Graph }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({
    query: positionsQuery,
    context: showsPositions,
    variables: {},
    requestPolicy: "cache-and-network",
  });
  const vacant = new Map(
    (data?.positions ?? [])
      .filter(({ holders }) => holders.length === 0)
      .map(({ code, name }) => [code, name]),
  );
  const lanes = graph.lanes.flatMap(({ name, binding }) => {
    const position = binding?.type === "POSITION" ? vacant.get(binding.position) : undefined;
    return position === undefined ? [] : [`${name} (${position})`];
  });
  if (lanes.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title={t("enact.vacant")}>
      {t("enact.vacantLanes", { lanes: lanes.join(", ") })}
    </Alert>
  );
}
