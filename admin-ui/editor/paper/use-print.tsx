import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { fetchPaper, PaperRefused } from "./fetch-paper.js";
import { paperLinksQuery } from "./paper-operations.js";

/** What is printed: one version as one kind of file, or all parts in force under its number. */
export type PaperChoice = "pdf" | "docx" | "svg" | "png" | "numberPdf" | "numberDocx";

/** The library's own title makes the text under it too pale to read. */
const notice = (title: string, text: string) => (
  <>
    <strong>{title}</strong>
    <div>{text}</div>
  </>
);

/** Makes a paper and saves it, telling how far it is; closing that notice stops it. */
export function usePrint(): (versionId: string, choice: PaperChoice) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  return useCallback(
    async (versionId, choice) => {
      const stop = new AbortController();
      const title = t("paper.making", { kind: t(`paper.${choice}`) });
      const id = notifications.show({
        message: notice(title, t("paper.waiting")),
        loading: true,
        autoClose: false,
        onClose: () => stop.abort(),
        closeButtonProps: { "aria-label": t("paper.stop") },
      });
      const ended = {
        id,
        loading: false,
        autoClose: 5000,
        closeButtonProps: { "aria-label": t("common.close") },
      } as const;
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
        const file = await fetchPaper(paths[choice], stop.signal, (progress) =>
          notifications.update({
            id,
            message: notice(title, t("paper.progress", { ...progress })),
            loading: true,
            autoClose: false,
          }),
        );
        save(file.content, file.name);
        notifications.update({ ...ended, message: notice(t("paper.ready"), file.name) });
      } catch (error) {
        if (stop.signal.aborted) return;
        const said = error instanceof PaperRefused ? error.message : "";
        notifications.update({
          ...ended,
          message: notice(t("paper.failed"), said === "" ? t("paper.failedHint") : said),
          color: "red",
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
