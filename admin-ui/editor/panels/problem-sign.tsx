import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ProblemLevel } from "../../../domain/index.js";

/** `LACKING`: what is wrong only because nothing is drawn yet. */
export type SignLevel = ProblemLevel | "LACKING";

const shapes: Readonly<Record<SignLevel, string>> = {
  ERROR: "M8 1.2l6.8 6.8L8 14.8 1.2 8z",
  WARNING: "M8 1.8l7 12.4H1z",
  LACKING: "M8 2.5a5.5 5.5 0 110 11 5.5 5.5 0 010-11z",
};

/** How serious a problem is, by its shape and in words. */
export function ProblemSign({ level }: { level: SignLevel }) {
  const { t } = useTranslation();
  return (
    <span className="problem-sign" data-level={level}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[level]} />
        {level !== "LACKING" && <path className="sign-mark" d="M8 5v4.2M8 11.4v.4" />}
      </svg>
      <VisuallyHidden>{t(`problemLevel.${level}`)} </VisuallyHidden>
    </span>
  );
}
