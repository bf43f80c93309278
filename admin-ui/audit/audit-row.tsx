import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../app/use-format.js";
import type { AuditEntryView } from "./audit-operations.js";
import { useAuditWords } from "./use-audit-words.js";

/** Where the interface shows what an entry is about. */
const places: { readonly [type: string]: string } = {
  Person: "/orang/",
  Position: "/jabatan/",
  Sop: "/sop/",
  WebhookEndpoint: "/webhook/",
};

export function AuditRow({ entry }: { entry: AuditEntryView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { at, subjectType, subjectName, subjectId, changes, office } = entry;
  const place = places[subjectType];
  return (
    <li className="audit-row">
      <div className="quiet">
        <time dateTime={at}>{format.time(at)}</time>
      </div>
      <div>
        <div>
          <strong>{words.action(entry.action)}</strong>
          {subjectName !== "" && ": "}
          {subjectId !== null && place !== undefined ? (
            <Anchor
              component={Link}
              underline="always"
              to={`${place}${encodeURIComponent(subjectId)}`}
              inherit
            >
              {subjectName}
            </Anchor>
          ) : (
            subjectName
          )}
        </div>
        <div className="quiet">
          {[words.actor(entry), office?.name ?? t("audit.wholeInstallation")].join(" · ")}
        </div>
        {changes.length > 0 && (
          <dl className="audit-changes">
            {changes.map((change) => (
              <div key={change.field}>
                <dt>{words.field(change)}</dt>
                <dd>
                  <Change
                    before={words.value(change.field, change.before)}
                    after={words.value(change.field, change.after)}
                  />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className="quiet audit-number">{t("audit.entry", { number: entry.seq })}</div>
    </li>
  );
}

/** What it was, struck through where something else came in its place. */
function Change({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  if (before === after) return after;
  return (
    <>
      {before !== "" && (
        <del>
          <span className="visually-hidden">{t("audit.was")} </span>
          {before}
        </del>
      )}
      {before !== "" && after !== "" && <span aria-hidden="true"> → </span>}
      {after !== "" && (
        <ins>
          <span className="visually-hidden">{t("audit.is")} </span>
          {after}
        </ins>
      )}
      {after === "" && <span className="quiet"> {t("audit.removed")}</span>}
    </>
  );
}
