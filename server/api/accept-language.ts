import type { Locale } from "../kernel/context.js";

/** The first of our languages that an `Accept-Language` header names; Indonesian if it names none. */
export function acceptLanguage(header: string | undefined): Locale {
  if (!header) return "id";
  const wishes = header
    .slice(0, 200)
    .split(",")
    .map((part, place) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const weight = params
        .find((param) => param.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { language: tag.split("-")[0], weight: weight ? Number(weight) || 0 : 1, place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { language } of wishes) {
    // "in" is what older programs still send for Indonesian.
    if (language === "id" || language === "in") return "id";
    if (language === "en") return "en";
  }
  return "id";
}
