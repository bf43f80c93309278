import "./files.css";

type FileFamily = "pdf" | "image" | "text" | "sheet" | "slides" | "archive" | "other";

const families: readonly (readonly [RegExp, FileFamily])[] = [
  [/^application\/pdf$/, "pdf"],
  [/^image\//, "image"],
  [/spreadsheet|csv/, "sheet"],
  [/presentation/, "slides"],
  [/wordprocessing|opendocument\.text|^text\//, "text"],
  [/zip/, "archive"],
];

const letters: Readonly<Record<FileFamily, string>> = {
  pdf: "PDF",
  image: "IMG",
  text: "DOC",
  sheet: "XLS",
  slides: "PPT",
  archive: "ZIP",
  other: "",
};

/** A sheet with a folded corner and, in letters, what is on it. */
export function FileIcon({ type }: { type: string }) {
  const family = families.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
  return (
    <svg className="file-icon" width="22" height="26" viewBox="0 0 22 26" aria-hidden="true">
      <path d="M3 1.5h10.5L19 7v17.5H3zM13.5 1.5V7H19" fill="none" stroke="currentColor" />
      <text x="11" y="19" textAnchor="middle">
        {letters[family]}
      </text>
    </svg>
  );
}
