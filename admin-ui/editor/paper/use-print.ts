import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { fetchPaper, PaperRefused } from "./fetch-paper.js";
import { paperLinksQuery } from "./paper-operations.js";

/** What is printed: one version as one kind of file, or all parts in force under its number. */
export type PaperChoice = "pdf" | "docx" | "svg" | "png" | "numberPdf" | "numberDocx";

/** Makes a paper and saves it, telling how far it is; closing that notice stops it. */
export function usePrint(): (versionId: string, choice: PaperChoice) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  return useCallback(
    async (versionId, choice) => {
      const stop = new AbortController();
      const title = t("paper.making", { kind: t(`paper.${choice}`) });
      const notice = notifications.show({
        title,
        message: t("paper.waiting"),
        loading: true,
        autoClose: false,
        onClose: () => stop.abort(),
        closeButtonProps: { "aria-label": t("paper.stop") },
      });
      try {
        const { data } = await client.query(paperLinksQuery, { id: versionId }).toPromise();
        const version = data?.node;
        if (version?.__typename !== "SopVersion") throw new PaperRefused();
        const { papers, sop } = version;
        const paths: Record<PaperChoice, string> = {
          ...papers,
          numberPdf: sop.papers.pdf,
          numberDocx: sop.papers.docx,
        };
        const file = await fetchPaper(paths[choice], stop.signal, ({ done, total }) =>
          notifications.update({
            id: notice,
            title,
            message: t("paper.progress", { done, total }),
            loading: true,
            autoClose: false,
          }),
        );
        save(file.content, file.name);
        notifications.update({
          id: notice,
          title: t("paper.ready"),
          message: file.name,
          loading: false,
          autoClose: 5000,
        });
      } catch (error) {
        if (stop.signal.aborted) return;
        const said = error instanceof PaperRefused ? error.message : "";
        notifications.update({
          id: notice,
          title: t("paper.failed"),
          message: said === "" ? t("paper.failedHint") : said,
          color: "red",
          loading: false,
          autoClose: false,
        });
      }
    },
    [client, t],
  );
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
