import { ActionIcon, Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CloseIcon } from "../app/icons.js";
import { useFormat } from "../app/use-format.js";
import { PickButton } from "./pick-button.js";
import type { UploadItem, Uploads, UploadState } from "./use-uploads.js";

const tones: Readonly<Record<UploadState, string>> = {
  SENDING: "active",
  WAITING: "confirm",
  CHECKING: "active",
  READY: "done",
  REFUSED: "late",
  STOPPED: "late",
  AGAIN: "confirm",
};

/** One file on its way: how far, what stops it, and what can be done about it. */
export function UploadLine({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { key, name, size, sent, state, message } = item;
  const percent = Math.floor((sent / Math.max(size, 1)) * 100);
  const isMoving = state === "SENDING" || state === "WAITING";
  return (
    <li className="upload" data-state={state} tabIndex={-1}>
      <div className="upload-words">
        <span className="upload-name">{name}</span>{" "}
        <span className="quiet file-size">{format.fileSize(size)}</span>
        {isMoving && (
          <Progress
            value={percent}
            size="sm"
            aria-label={t("files.progressOf", { name })}
            color={state === "WAITING" ? "yellow" : "blue"}
          />
        )}
        <div className="upload-state" data-tone={tones[state]} role="status">
          {t(`files.state.${state}`, { percent })}
          {message !== null && ` ${message}`}
        </div>
        {state === "STOPPED" && (
          <Button variant="light" size="compact-sm" onClick={() => uploads.resume(key)}>
            {t("files.goOn")}
          </Button>
        )}
        {state === "AGAIN" && (
          <PickButton about={name} isSingle onPick={([file]) => uploads.resume(key, file)}>
            {t("files.chooseSame")}
          </PickButton>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t(isMoving ? "files.cancel" : "files.remove", { name })}
        onClick={() => uploads.remove(key)}
      >
        <CloseIcon />
      </ActionIcon>
    </li>
  );
}
