import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CommentForm } from "./comment-form.js";
import { Comments } from "./comments.js";
import { Timeline } from "./timeline.js";
import type { CaseReading } from "./use-case-reading.js";

/** What happened, and what was said. Both stay mounted: a comment being written is not lost. */
export function CaseTabs({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const { item, story } = reading;
  const count = story
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === "COMMENT_ADDED").length;
  return (
    <Tabs defaultValue="timeline" keepMounted className="sheet case-tabs">
      <Tabs.List aria-label={t("case.tabs")}>
        <Tabs.Tab value="timeline">{t("case.timeline")}</Tabs.Tab>
        <Tabs.Tab value="comments">{t("comment.tab", { count })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline" className="sheet-pad">
        <section aria-label={t("case.timeline")}>
          <Timeline reading={reading} />
        </section>
      </Tabs.Panel>
      <Tabs.Panel value="comments" className="sheet-pad">
        {item.canComment && <CommentForm caseId={item.id} />}
        <Comments reading={reading} />
      </Tabs.Panel>
    </Tabs>
  );
}
