import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { createFormat, type Format } from "./format.js";
import { useSession } from "./session.js";

/** In the zone of the reader's office, or in `zone`. */
export function useFormat(zone?: string): Format {
  const { i18n } = useTranslation();
  const own = useSession().me?.office.timeZone ?? "Asia/Jakarta";
  const timeZone = zone ?? own;
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
