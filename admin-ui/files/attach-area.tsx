import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CameraIcon, ClipIcon } from "../app/icons.js";
import "./files.css";
import { PickButton } from "./pick-button.js";
import { UploadLine } from "./upload-line.js";
import type { Uploads } from "./use-uploads.js";

/**
 * Where files can be chosen, dropped or pasted for one thing, which `label` names; `children` is the
 * field that they go with, if there is one.
 */
export function AttachArea(props: {
  uploads: Uploads;
  place: string;
  label: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { uploads, place, label } = props;
  const [isOver, setOver] = useState(false);
  const items = uploads.items.filter((item) => item.place === place);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(place, event.dataTransfer.files);
  };
  const onPaste = ({ clipboardData }: ClipboardEvent) => {
    // Words that are pasted from an office program bring a picture of themselves along.
    if (clipboardData.types.includes("text/plain")) return;
    uploads.add(place, clipboardData.files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className="attach"
      data-over={isOver || undefined}
      data-place={place}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      {props.children}
      {items.length > 0 && (
        <ul className="upload-list" aria-label={t("files.list")}>
          {items.map((item) => (
            <UploadLine key={item.key} item={item} uploads={uploads} />
          ))}
        </ul>
      )}
      <div className="attach-actions">
        <PickButton about={label} icon={<ClipIcon />} onPick={(files) => uploads.add(place, files)}>
          {t("files.attach")}
        </PickButton>
        <PickButton
          about={label}
          icon={<CameraIcon />}
          isCamera
          onPick={(files) => uploads.add(place, files)}
        >
          {t("files.camera")}
        </PickButton>
        <span className="quiet attach-hint">{t("files.dropHint")}</span>
      </div>
    </div>
  );
}
