import { Anchor, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { isStaff } from "../app/is-staff.js";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { CaseReceipt } from "../receipts/case-receipt.js";
import { CaseWhereabouts } from "../requests/case-whereabouts.js";
import { CaseActions } from "./case-actions.js";
import { CaseFacts } from "./case-facts.js";
import { CaseFamily } from "./case-family.js";
import { CaseOnForm } from "./case-on-form.js";
import type { CaseView } from "./case-operations.js";
import { CaseState } from "./case-state.js";
import { CaseTabs } from "./case-tabs.js";
import { OpenTasks } from "./open-tasks.js";
import { TimeShares } from "./time-shares.js";
import { useCaseReading } from "./use-case-reading.js";
import "./cases.css";
import "./case-page.css";
import "../task/task.css";

/** One case: where it is on the form, now and at any moment, what happened to it, what is open. */
export function CaseScreen({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const me = useMe();
  const reading = useCaseReading(item);
  return (
    <div className="measure">
      <PageHeader
        title={item.title ?? t("case.of", { name: item.requesterName })}
        crumb={
          <>
            <Anchor component={Link} to={isStaff(me) ? "/berkas" : "/permohonan"} inherit>
              {t(isStaff(me) ? "cases.title" : "requests.title")}
            </Anchor>
            {" / "}
            <Anchor component={Link} to={`/sop/${encodeURIComponent(item.sop.id)}`} inherit>
              {item.sop.title}
            </Anchor>
          </>
        }
        under={<CaseState status={item.status} />}
        actions={
          <>
            <Button
              component={Link}
              to={`/berkas/${encodeURIComponent(item.id)}/catatan`}
              variant="default"
            >
              {t("record.open")}
            </Button>
            <CaseActions item={item} />
          </>
        }
      />
      <CaseWhereabouts
        whereabouts={item.whereabouts}
        doable={new Set(item.openTasks.flatMap((one) => (one.canComplete ? [one.id] : [])))}
      />
      <div className="case-layout">
        <div className="case-now">
          <OpenTasks item={item} />
          <CaseFamily item={item} format={reading.format} />
        </div>
        <CaseOnForm reading={reading} />
        <CaseTabs reading={reading} />
        <aside className="case-about" aria-label={t("case.about")}>
          <CaseFacts item={item} format={reading.format} />
          <TimeShares item={item} />
          <CaseReceipt item={item} />
        </aside>
      </div>
    </div>
  );
}
