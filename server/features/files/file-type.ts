/** What may be attached, by its media type, and the endings that its name may have; the first is added. */
const endings = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.oasis.opendocument.presentation": ["odp"],
  "application/zip": ["zip"],
  "text/csv": ["csv", "tsv"],
  "text/plain": ["txt", "text", "log", "md"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type FileType = keyof typeof endings;

export const endingsOf = (type: FileType): readonly string[] => endings[type];

/** The ending of a name in small letters; empty where it has none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** The type of a text by its name, as no content tells it from a script; `null`: it is called something else. */
export function textTypeOf(name: string): FileType | null {
  const ending = endingOf(name);
  if (ending === "") return "text/plain";
  const types: readonly FileType[] = ["text/csv", "text/plain"];
  return types.find((type) => endingsOf(type).includes(ending)) ?? null;
}
