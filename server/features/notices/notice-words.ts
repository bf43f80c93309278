import type { Locale } from "../../kernel/context.js";
import { dayInWords } from "../../kernel/moment-in-words.js";
import { type NoticeKind, noticeKinds } from "../../runtime/notices/notice-kinds.js";
import type { NoticeFacts } from "./notice-facts.js";

const capacities = {
  id: { DEFINITIVE: "pejabat definitif", PLT: "Plt.", PLH: "Plh." },
  en: { DEFINITIVE: "holder of", PLT: "Plt. (acting)", PLH: "Plh. (standing in)" },
} as const;

const missing: Readonly<Record<Locale, string>> = { id: "(tanpa nama)", en: "(no name)" };

/** What is said first of a notice; one line, whatever people have typed into names. */
export function headlineOf(kind: NoticeKind, facts: NoticeFacts, locale: Locale): string {
  const values: Readonly<Record<string, string | null | undefined>> = {
    step: facts.step,
    actor: facts.actor,
    position: facts.position,
    person: facts.person,
    called: facts.called,
    capacity: facts.capacity && capacities[locale][facts.capacity],
    date: facts.date === undefined ? null : dayInWords(locale, facts.timeZone, facts.date),
  };
  const text = noticeKinds[kind].headline[locale].replaceAll(
    /\{(\w+)\}/g,
    (_whole, name: string) => values[name] || missing[locale],
  );
  return oneLine(text);
}

/** Which case or SOP it is about; `null`: none. */
export function subjectOf(facts: NoticeFacts): string | null {
  const parts = [facts.caseTitle ?? facts.requesterName, facts.sop].filter((part) => part);
  return parts.length === 0 ? null : oneLine(parts.join(" · "));
}

/** Control characters and line ends as blanks, and blanks together as one. */
export const oneLine = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, " ").trim();
