import { Button, Menu, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SopData } from "../sop-operations.js";
import { type PaperChoice, usePrint } from "./use-print.js";

const choices: readonly PaperChoice[] = ["pdf", "docx", "svg", "png"];
const numberChoices: readonly PaperChoice[] = ["numberPdf", "numberDocx"];

/** What can be printed or saved of the version that is shown. */
export function PaperMenu({ sop, versionId }: { sop: SopData; versionId: string }) {
  const { t } = useTranslation();
  const print = usePrint();
  const item = (choice: PaperChoice) => (
    <Menu.Item key={choice} onClick={() => void print(versionId, choice)}>
      <div>{t(`paper.${choice}`)}</div>
      <Text component="div" fz="0.8125rem" c="inherit">
        {t(`paper.${choice}Hint`)}
      </Text>
    </Menu.Item>
  );
  // One number may cover several procedures, which the office hands out under one cover.
  const isOnePart = sop.part !== null && sop.inForce !== null;
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        <Button variant="default">{t("paper.print")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("paper.thisVersion")}</Menu.Label>
        {choices.map(item)}
        {isOnePart && (
          <>
            <Menu.Divider />
            <Menu.Label>{t("paper.wholeNumber", { number: sop.number })}</Menu.Label>
            {numberChoices.map(item)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
