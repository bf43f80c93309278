import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { FileIcon } from "./file-icon.js";
import "./files.css";

/** A file of a case, to be fetched by whoever reads it. */
export interface ListedFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Files to fetch, each with its size; on paper with the beginning of its hash too. */
export function FileList({ files }: { files: readonly ListedFile[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className="file-list" aria-label={t("files.list")}>
      {files.map(({ id, name, type, size, sha256 }) => (
        <li key={id}>
          <FileIcon type={type} />
          <span>
            <Anchor href={`/files/${encodeURIComponent(id)}`} download={name} inherit>
              {name}
            </Anchor>{" "}
            <span className="quiet file-size">{format.fileSize(size)}</span>
            <span className="file-hash"> SHA-256 {sha256.slice(0, 12)}…</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
