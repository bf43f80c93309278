import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SopData } from "../sop-operations.js";

/** The way back from a page about an SOP: the list, and the SOP itself. */
export function SopCrumb({ sop }: { sop: SopData }) {
  const { t } = useTranslation();
  return (
    <>
      <Anchor component={Link} to="/sop" inherit>
        {t("sops.title")}
      </Anchor>
      {" / "}
      <Anchor component={Link} to={`/sop/${sop.id}`} inherit>
        {sop.title}
      </Anchor>
    </>
  );
}
