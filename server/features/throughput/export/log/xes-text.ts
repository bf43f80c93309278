// What XML 1.0 has no way to write; lone halves of a surrogate pair are among it.
// oxlint-disable-next-line no-control-regex
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

// Most texts have none of these, and a log has millions of texts.
// oxlint-disable-next-line no-control-regex
const remarkable = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** A text as the value of an attribute in double quotes. */
export const xmlValue = (text: string): string =>
  remarkable.test(text)
    ? text.replace(forbidden, "\ufffd").replace(/[&<>"\t\n\r]/g, (character) => escapes[character]!)
    : text;

export type XesType = "string" | "int" | "boolean" | "date";

/** An attribute of a log, a trace or an event; `nested` are attributes of its own. */
export function xesAttribute(
  type: XesType,
  key: string,
  value: string | number | boolean,
  nested = "",
): string {
  const start = `<${type} key="${xmlValue(key)}" value="${xmlValue(String(value))}"`;
  return nested === "" ? `${start}/>` : `${start}>${nested}</${type}>`;
}
