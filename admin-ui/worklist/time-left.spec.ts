import { createInstance, type TFunction } from "i18next";
import { expect, test } from "vitest";
import en from "../texts/en.json" with { type: "json" };
import id from "../texts/id.json" with { type: "json" };
import { timeLeftText } from "./time-left.js";

async function texts(language: "id" | "en"): Promise<TFunction> {
  const instance = createInstance();
  return instance.init({
    lng: language,
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

const left = (days: number, hours: number, minutes: number, isLate = false) => ({
  isLate,
  days,
  hours,
  minutes,
});

test("says the two largest units that there are", async () => {
  const t = await texts("id");
  expect(timeLeftText(left(2, 3, 10), t)).toBe("sisa 2 hari 3 jam kerja");
  expect(timeLeftText(left(1, 0, 40), t)).toBe("sisa 1 hari kerja");
  expect(timeLeftText(left(0, 0, 45), t)).toBe("sisa 45 menit kerja");
  expect(timeLeftText(left(0, 4, 0, true), t)).toBe("terlambat 4 jam kerja");
  expect(timeLeftText(left(0, 0, 0), t)).toBe("jatuh tempo sekarang");
  expect(timeLeftText(left(0, 0, 0, true), t)).toBe("baru lewat tenggat");
});

test("speaks English in the singular and the plural", async () => {
  const t = await texts("en");
  expect(timeLeftText(left(1, 3, 0), t)).toBe("1 day 3 hours of work left");
  expect(timeLeftText(left(0, 1, 0, true), t)).toBe("late by 1 hour of work");
});
