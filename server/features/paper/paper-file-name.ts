/** Longer names are refused by file systems once they are written in bytes. */
const longest = 120;

// What Windows, Linux or macOS do not take in the name of a file, and what turns writing around.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069"*/:<>?\\|]+/g;

/** "SOP 060-020-2023 Pengelolaan Layanan TIK v1.pdf": a name that every system takes. */
export function paperFileName(words: readonly string[], ending: string): string {
  const name = words
    .join(" ")
    .replace(unfit, "-")
    .replace(/[\ud800-\udfff]/gu, "")
    .replace(/\s+/g, " ");
  const short = [...name].slice(0, longest).join("").trim().replace(/\.+$/, "");
  return `${short}.${ending}`;
}

/** The header that makes a browser save the answer under `fileName`. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^\u0020-\u007e]/g, "_").replace(/["\\%]/g, "_");
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
