/**
 * The words that a paper has besides what people wrote and what the form prescribes: its headings are
 * those of the regulation, in Indonesian, whoever prints it.
 */
export interface PaperWords {
  /** With `{page}` and `{count}`. */
  readonly pageOf: string;
  readonly continued: string;
  /** With `{letters}`: what a picture of the pentagons between pages is called. */
  readonly pageLinks: string;
}

export const paperWords = {
  id: {
    pageOf: "Halaman {page} dari {count}",
    continued: "(lanjutan)",
    pageLinks: "Penghubung antarhalaman: {letters}",
  },
  en: {
    pageOf: "Page {page} of {count}",
    continued: "(continued)",
    pageLinks: "Connectors between pages: {letters}",
  },
} as const satisfies Readonly<Record<string, PaperWords>>;
