import { Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LaneThroughputInput } from "../generated/graphql.js";
import { exportAddress, exportFormats } from "./report-view.js";

/** Files of what is on the screen: the report itself, and the events that it is counted from. */
export function ExportMenu({ input }: { input: LaneThroughputInput }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="default">{t("throughput.export")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((file) => (
          <Menu.Item key={file} component="a" href={exportAddress(file, input)} download>
            <span className="export-name">{t(`throughput.exports.${nameOf(file)}`)}</span>
            <span className="export-hint">{t(`throughput.exportHints.${nameOf(file)}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** "events.ocel.json" is "ocel": a name of a text has no dot. */
const nameOf = (file: string): string => file.split(".")[1] ?? file;
