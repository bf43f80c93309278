import { Alert, Anchor, Radio, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { PageHeader } from "../app/page-header.js";
import { useMe } from "../app/session.js";
import { showsNotices } from "../app/shows-types.js";
import { ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import type { MailMode, NoticeSettingsFieldsFragment } from "../generated/graphql.js";
import { EmailForm } from "./email-form.js";
import { noticeSettingsQuery, setNoticeSettingsMutation } from "./notice-operations.js";
import { NoticeSwitches } from "./notice-switches.js";
import "./notices.css";

const modes = ["EACH", "DAILY", "OFF"] as const satisfies readonly MailMode[];

/** How one wants to be told: where, of what, and how often. */
export function NoticeSettingsPage() {
  const { t } = useTranslation();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: noticeSettingsQuery,
    context: showsNotices,
    requestPolicy: "cache-and-network",
  });
  return (
    <div className="measure">
      <PageHeader
        title={t("noticeSettings.title")}
        crumb={
          <Anchor component={Link} to="/pemberitahuan" inherit>
            {t("notices.title")}
          </Anchor>
        }
        under={t("noticeSettings.hint")}
      />
      {data === undefined && fetching && <Loading />}
      {data === undefined && error !== undefined && (
        <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && <Settings settings={data.notificationSettings} />}
    </div>
  );
}

type Choice = Pick<NoticeSettingsFieldsFragment, "mailMode" | "kinds">;

function Settings({ settings }: { settings: NoticeSettingsFieldsFragment }) {
  const { t } = useTranslation();
  const me = useMe();
  const [busy, save] = useAction(setNoticeSettingsMutation);
  /** What was chosen and is not saved yet: a switch must not wait for the server. */
  const [chosen, setChosen] = useState<Choice | null>(null);
  const { mailIsOn, email } = settings;
  const { mailMode, kinds } = chosen ?? settings;
  const change = async (changed: Partial<Choice>) => {
    const wanted: Choice = { mailMode, kinds, ...changed };
    setChosen(wanted);
    const result = await save({
      input: {
        mailMode: wanted.mailMode,
        kinds: wanted.kinds.map(({ kind, inApp, mail }) => ({ kind, inApp, mail })),
      },
    });
    setChosen(null);
    if (result.ok) notifications.show({ message: t("noticeSettings.saved") });
  };
  return (
    <div className="settings-stack">
      <section className="sheet sheet-pad" aria-labelledby="mail-title">
        <h2 className="section-title" id="mail-title">
          {t("noticeSettings.mail")}
        </h2>
        <Stack>
          {!mailIsOn && (
            <Alert color="gray" variant="light" role="status">
              {t("noticeSettings.mailOff")}
            </Alert>
          )}
          <EmailForm personId={me.id} email={email} />
          <Radio.Group
            label={t("noticeSettings.mode")}
            value={mailMode}
            onChange={(value) => {
              const mode = modes.find((one) => one === value);
              if (mode !== undefined) void change({ mailMode: mode });
            }}
          >
            <Stack gap="sm" mt="sm">
              {modes.map((mode) => (
                <Radio
                  key={mode}
                  value={mode}
                  disabled={busy}
                  label={t(`mailMode.${mode}`)}
                  description={t(`mailMode.${mode}_hint`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Stack>
      </section>
      <NoticeSwitches
        kinds={kinds}
        hasMail={mailMode !== "OFF"}
        busy={busy}
        onChange={(changed) => void change({ kinds: changed })}
      />
    </div>
  );
}
