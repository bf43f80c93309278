/** `2020`, `2020-06` or `2020-06-12` in words: "2020", "Juni 2020", "12 Juni 2020". */
export function shownDate(iso: string, language: string): string {
  const [year = "", month, day] = iso.split("-");
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? "1")));
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  }).format(date);
}
