import { Anchor, Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { ErrorState, Loading, NotFound } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useActionKey } from "../app/use-action-key.js";
import { useReadNotices } from "../notices/use-read-notices.js";
import { SopRemindersButton } from "../reminders/sop-reminders-button.js";
import { SopNumber } from "../sops/sop-number.js";
import { StartDialog } from "../sops/start-dialog.js";
import { DraftEditor } from "./draft-editor.js";
import { PaperMenu } from "./paper/paper-menu.js";
import { RetireButton } from "./versions/retire-button.js";
import { SopLoader } from "./sop-loader.js";
import { reviseSopMutation, versionQuery, type SopData } from "./sop-operations.js";
import { VersionsMenu } from "./versions/versions-menu.js";
import { VersionView } from "./versions/version-view.js";
import "./sop-page.css";

export function SopPage() {
  return (
    <SopLoader requestPolicy="cache-and-network">
      {(sop) => <SopScreen key={sop.id} sop={sop} />}
    </SopLoader>
  );
}

/**
 * The version that opens first: what one is drawing oneself, or has to approve, or what waits for
 * its day; else what is in force, else the newest.
 */
function firstVersion(sop: SopData): string | null {
  const isMine = sop.canEdit || (sop.canEnact && sop.draft?.status === "SUBMITTED");
  const draft = isMine ? sop.draft?.id : undefined;
  const newest = sop.versions.toSorted((a, b) => b.version - a.version)[0];
  const isConcerned = sop.canEdit || sop.canEnact;
  const scheduled = isConcerned && sop.versions.find(({ status }) => status === "SCHEDULED");
  return draft ?? (scheduled || sop.inForce)?.id ?? newest?.id ?? null;
}

function SopScreen({ sop }: { sop: SopData }) {
  const { t } = useTranslation();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const [starting, setStarting] = useState(false);
  const key = useActionKey();
  const [revising, revise] = useAction(reviseSopMutation);
  useReadNotices(sop.id);
  const versionId = params.get("versi") ?? firstVersion(sop);
  const show = (id: string) => setParams({ versi: id }, { replace: true });
  const startRevision = async () => {
    const input = { sopId: sop.id };
    const result = await revise({ input: { ...input, idempotencyKey: key.of(input) } });
    if (!result.ok) return;
    key.done();
    if (result.payload.version !== null) show(result.payload.version.id);
  };
  const versions = sop.versions.toSorted((a, b) => b.version - a.version);
  // Beside a version that is not in force yet, what may be done with that one comes first.
  const shown = versions.find(({ id }) => id === versionId)?.status;
  const isProposed = shown === "DRAFT" || shown === "SUBMITTED";
  return (
    <div className="sop-screen">
      <PageHeader
        title={sop.title}
        crumb={
          <>
            <Anchor component={Link} to="/sop" inherit>
              {t("sops.title")}
            </Anchor>
            {" / "}
            {sop.office.name}
          </>
        }
        under={<SopNumber sop={sop} />}
        actions={
          <>
            {versions.length > 1 && (
              <Select
                aria-label={t("sop.version")}
                w={{ base: 176, xs: 210 }}
                allowDeselect={false}
                value={versionId}
                onChange={(id) => id !== null && show(id)}
                data={versions.map((version) => ({
                  value: version.id,
                  label: t("sop.versionOption", {
                    version: version.version,
                    status: t(`versionStatus.${version.status}`),
                  }),
                }))}
              />
            )}
            {versionId !== null && (
              <VersionsMenu sopId={sop.id} versionId={versionId} canCompare={versions.length > 1} />
            )}
            {versionId !== null && <PaperMenu sop={sop} versionId={versionId} />}
            {me.roles.includes("ADMIN") && <SopRemindersButton sopId={sop.id} />}
            {sop.canEdit && sop.draft === null && (
              <Button variant="default" loading={revising} onClick={() => void startRevision()}>
                {t("sop.revise")}
              </Button>
            )}
            {sop.canEnact && sop.status === "IN_FORCE" && <RetireButton sop={sop} />}
            {sop.canStart && (
              <Button variant={isProposed ? "default" : "filled"} onClick={() => setStarting(true)}>
                {t("sops.start")}
              </Button>
            )}
          </>
        }
      />
      {versionId !== null && <VersionScreen key={versionId} sop={sop} versionId={versionId} />}
      {starting && <StartDialog sop={sop} onClose={() => setStarting(false)} />}
    </div>
  );
}

function VersionScreen({ sop, versionId }: { sop: SopData; versionId: string }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: versionQuery,
    variables: { id: versionId },
    requestPolicy: "network-only",
  });
  const [applyKept, setApplyKept] = useState(false);
  const version = data?.node;
  // Reading again takes the editor away until the answer is there: the next one, as after a
  // conflict, must begin with what the server has and not with what was on the screen.
  if (fetching) return <Loading />;
  if (data === undefined && error !== undefined) {
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  if (version?.__typename !== "SopVersion") return <NotFound />;
  const reload = (again: boolean) => {
    setApplyKept(again);
    refetch({ requestPolicy: "network-only" });
  };
  return version.status === "DRAFT" && sop.canEdit ? (
    <DraftEditor sop={sop} version={version} reload={reload} applyKept={applyKept} />
  ) : (
    <VersionView sop={sop} version={version} />
  );
}
