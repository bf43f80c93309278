import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { ErrorState } from "../app/states.js";

/** What the server answers nobody but a program with. */
const notWorded = new Set(["INTERNAL_SERVER_ERROR", "FORBIDDEN", "BAD_USER_INPUT"]);

/** The same question has an answer a moment later. */
const notReady = "REPORT_NOT_READY";

/** A refusal in the server's words, as of a period that is too long; with a way back to the usual. */
export function ReportError(props: {
  error: CombinedError;
  retry: () => void;
  onUsual: () => void;
}) {
  const { t } = useTranslation();
  const { error, retry, onUsual } = props;
  const [first] = error.graphQLErrors;
  const code = String(first?.extensions["code"] ?? "");
  if (first === undefined || notWorded.has(code)) return <ErrorState error={error} retry={retry} />;
  return (
    <div className="state-block" role="alert">
      <p className="state-title">{first.message}</p>
      {code === notReady ? (
        <Button variant="default" onClick={retry}>
          {t("common.retry")}
        </Button>
      ) : (
        <Button variant="default" onClick={onUsual}>
          {t("throughput.asUsual")}
        </Button>
      )}
    </div>
  );
}
