import type { Locale } from "../context.js";
import type { RefusalParams, UserErrorCode } from "../refusal.js";
import { englishMessages } from "./english-messages.js";
import { indonesianMessages } from "./indonesian-messages.js";

const messages: Readonly<Record<Locale, Readonly<Record<UserErrorCode, string>>>> = {
  id: indonesianMessages,
  en: englishMessages,
};

/**
 * What a person reads for a code. A clause in brackets is left out when one of its placeholders is
 * not given: "Not found[: {what}]." becomes "Not found." or "Not found: SOP 12.".
 */
export function messageFor(
  locale: Locale,
  code: UserErrorCode,
  params: RefusalParams = {},
): string {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : whole,
    );
  return fill(
    messages[locale][code].replaceAll(/\[([^\]]*)\]/g, (_whole, clause: string) => {
      const names = [...clause.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
      return names.every((name) => Object.hasOwn(params, name)) ? clause : "";
    }),
  );
}
