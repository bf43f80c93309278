/** A paragraph of Arabic that Unicode has as one letter, which hardly a face can draw. */
const bismillah =
  "\u0628\u0633\u0645 \u0627\u0644\u0644\u0647 \u0627\u0644\u0631\u062d\u0645\u0646 \u0627\u0644\u0631\u062d\u064a\u0645";

/**
 * What stands on the form for characters that mean something only in one face (Word's bullets and
 * ticks come as private letters of Symbol and Wingdings), or that only a face in colours has.
 */
const printed: Readonly<Record<string, string>> = {
  "\uf02d": "-",
  "\uf06c": "●",
  "\uf06e": "■",
  "\uf06f": "□",
  "\uf071": "❑",
  "\uf075": "◆",
  "\uf076": "❖",
  "\uf0a3": "☐",
  "\uf0a7": "▪",
  "\uf0a8": "☐",
  "\uf0ae": "→",
  "\uf0b7": "•",
  "\uf0d8": "➢",
  "\uf0e0": "→",
  "\uf0e8": "➔",
  "\uf0f0": "⇨",
  "\uf0fb": "✗",
  "\uf0fc": "✓",
  "\uf0fd": "☒",
  "\uf0fe": "☑",
  "✅": "✔",
  "❌": "✖",
  "❎": "✖",
  "❗": "!",
  "❕": "!",
  "❓": "?",
  "❔": "?",
  "➕": "+",
  "➖": "−",
  "➗": "÷",
  "⭐": "★",
  "⚪": "○",
  "⚫": "●",
  "🔴": "●",
  "🔵": "●",
  "🟢": "●",
  "🟡": "●",
  "⬜": "□",
  "⬛": "■",
  "👉": "☞",
  "👈": "☜",
  "📞": "☎",
  "📧": "✉",
  "📝": "✎",
  "\ufdfd": bismillah,
};

// oxlint-disable-next-line no-misleading-character-class
const strange = new RegExp(`[${Object.keys(printed).join("")}]`, "gu");

/** The text as the form shows it, on the screen and on paper. */
export const printedText = (text: string): string =>
  text.replace(strange, (character) => printed[character] ?? character);
