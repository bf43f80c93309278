import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "../texts/en.json";
import id from "../texts/id.json";

export type Language = "id" | "en";

const storageKey = "alur.language";

/** Indonesian unless this browser, or the signed-in person, chose English. */
function storedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "id";
}

export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  const language = storedLanguage();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "id",
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
