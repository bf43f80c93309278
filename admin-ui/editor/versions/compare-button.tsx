import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { compareLink } from "./compare-sides.js";

/** Leads to what a version changes in the one that is in force. */
export function CompareButton({ sopId, versionId }: { sopId: string; versionId: string }) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      fz="sm"
      variant="default"
      component={Link}
      to={compareLink(sopId, null, { versionId, revision: null })}
    >
      {t("compare.open")}
    </Button>
  );
}
