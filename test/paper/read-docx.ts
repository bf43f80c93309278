import { strFromU8, unzipSync } from "fflate";

export interface DocxReading {
  /** The texts of its paragraphs, in their order. */
  readonly paragraphs: readonly string[];
  readonly tables: number;
  readonly pictures: number;
  /** How many rows Word repeats at the head of each page. */
  readonly headingRows: number;
  readonly header: string;
}

/** Looks into a DOCX; every XML file in it must be well-formed. */
export function readDocx(bytes: Uint8Array): DocxReading {
  const files = unzipSync(Uint8Array.from(bytes));
  for (const [name, file] of Object.entries(files)) {
    if (/\.(xml|rels|svg)$/.test(name)) expectWellFormed(strFromU8(file), name);
  }
  const xml = strFromU8(files["word/document.xml"]!);
  const header = Object.keys(files).find((name) => /^word\/header\d*\.xml$/.test(name));
  return {
    paragraphs: xml.split("</w:p>").map(textOf),
    tables: xml.split("<w:tbl>").length - 1,
    pictures: Object.keys(files).filter((name) => name.endsWith(".svg")).length,
    headingRows: xml.split("<w:tblHeader").length - 1,
    header: header === undefined ? "" : strFromU8(files[header]!),
  };
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => unescape(text!)).join("");

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&amp;": "&",
};

export const unescape = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (entity) => entities[entity]!);

// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:0*[0-8]|x0*[0-8]);/;

/** Elements nest, attributes are quoted, and no `<`, bare `&` or control stands in a text. */
export function expectWellFormed(xml: string, name: string): void {
  if (forbidden.test(xml)) throw new Error(`${name} holds a character that XML forbids`);
  const open: string[] = [];
  const element =
    /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
  const text = /[^<]*/y;
  const skipped = /<\?[^]*?\?>|<!--[^]*?-->/y;
  const bareAmpersand = /&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/i;
  let at = 0;
  const fail = (): never => {
    throw new Error(`${name} is not well-formed at ${xml.slice(Math.max(0, at - 20), at + 80)}`);
  };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < xml.length) {
    if (bareAmpersand.test(take(text)?.[0] ?? "")) fail();
    if (at >= xml.length || take(skipped) !== null) continue;
    const [, closes, tagName, attributes, isEmpty] = take(element) ?? fail();
    if (bareAmpersand.test(attributes ?? "")) fail();
    if (closes !== "/" && isEmpty !== "/") open.push(tagName!);
    if (closes === "/" && open.pop() !== tagName) fail();
  }
  if (open.length > 0) fail();
}
