import { Anchor, Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import "./states.css";

export function Loading({ full = false }: { full?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={full ? "state-block state-full" : "state-block"} role="status">
      <Loader size="sm" type="dots" />
      <span className="visually-hidden">{t("common.loading")}</span>
    </div>
  );
}

export function EmptyState(props: { title: string; children?: ReactNode }) {
  return (
    <div className="state-block">
      <p className="state-title">{props.title}</p>
      {props.children !== undefined && <div className="quiet">{props.children}</div>}
    </div>
  );
}

/** What could not be read, in words, with a way to try again. */
export function ErrorState(props: { error: CombinedError; retry: () => void }) {
  const { t } = useTranslation();
  const code = props.error.graphQLErrors[0]?.extensions["code"];
  const text =
    props.error.networkError !== undefined
      ? t("error.network")
      : code === "FORBIDDEN"
        ? t("error.forbidden")
        : t("error.server");
  return (
    <div className="state-block" role="alert">
      <p className="state-title">{text}</p>
      <Button variant="default" onClick={props.retry}>
        {t("common.retry")}
      </Button>
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("error.notFound")}>
      <Anchor href="/tugas" underline="always" inherit>
        {t("error.backHome")}
      </Anchor>
    </EmptyState>
  );
}
