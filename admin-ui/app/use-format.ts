import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { createFormat, type Format } from "./format.js";
import { useSession } from "./session.js";

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const timeZone = useSession().me?.office.timeZone ?? "Asia/Jakarta";
  const language = i18n.language === "en" ? "en" : "id";
  return useMemo(() => createFormat(language, timeZone), [language, timeZone]);
}

/** The time now, read again every half minute, for "2 jam lagi". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
