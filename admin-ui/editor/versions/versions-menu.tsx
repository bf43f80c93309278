import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { HistoryIcon } from "../../app/icons.js";
import { compareLink } from "./compare-sides.js";

/** Leads to how this SOP came to say what it says: versions compared, and who changed what. */
export function VersionsMenu(props: { sopId: string; versionId: string; canCompare: boolean }) {
  const { t } = useTranslation();
  const { sopId, versionId } = props;
  const history = `/sop/${encodeURIComponent(sopId)}/riwayat?versi=${encodeURIComponent(versionId)}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t("history.versions")}>
          <ActionIcon size="input-sm" variant="default" aria-label={t("history.versions")}>
            <HistoryIcon />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {props.canCompare && (
          <Menu.Item component={Link} to={compareLink(sopId)}>
            {t("compare.title")}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={history}>
          {t("history.title")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
