/** The kinds of file that a version is written as, and what a browser calls them. */
export const paperFormats = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  svg: "image/svg+xml",
  png: "image/png",
} as const;

export type PaperFormat = keyof typeof paperFormats;

export const isPaperFormat = (text: string): text is PaperFormat =>
  Object.hasOwn(paperFormats, text);
