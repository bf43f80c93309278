import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsPositions } from "../app/shows-types.js";
import { AppointDialog } from "../positions/appoint-dialog.js";
import { positionQuery } from "../positions/position-operations.js";

/** Says who acts in a position, without leaving the page. Shows nothing until the position was read. */
export function AppointHere({ positionId, onClose }: { positionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({
    query: positionQuery,
    context: showsPositions,
    variables: { id: positionId },
    requestPolicy: "network-only",
  });
  useEffect(() => {
    if (error === undefined) return;
    notifications.show({ color: "red", message: t("error.server") });
    onClose();
  }, [error, onClose, t]);
  const position = data?.node;
  if (position?.__typename !== "Position") return null;
  return <AppointDialog position={position} isNamed onClose={onClose} />;
}
