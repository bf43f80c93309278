import { useTranslation } from "react-i18next";

/** Marks what was guessed: by a sign and in words, and not by its colour alone. */
export function GuessMark({ what }: { what?: string }) {
  const { t } = useTranslation();
  return (
    <span className="guess-mark">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <circle cx="7" cy="7" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          d="M5 5.4A2 2 0 1 1 7.6 7.3c-.4.2-.6.5-.6.9M7 10.2v.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      {what ?? t("paste.guessed")}
    </span>
  );
}
