export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it. */
  readonly text: string;
}

type OpenElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const known: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
// What XML 1.0 lets a document hold.
// oxlint-disable-next-line no-control-regex
const forbidden = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function plain(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)) {
    throw new Error(`A bare & in ${text.slice(0, 80)}`);
  }
  return text.replaceAll(/&(#x?[\da-fA-F]+|\w+);/g, (_whole, name: string) => {
    if (!name.startsWith("#")) return known[name]!;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}

/** The document's element. Throws where the text is not well-formed; namespaces stay in the names. */
export function parseXml(source: string): XmlElement {
  const bad = forbidden.exec(source);
  if (bad) throw new Error(`A character that XML forbids at ${bad.index}`);
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const from = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`Not well-formed at ${from}: ${source.slice(from, from + 80)}`);
    const [, closed, opened, attributes = "", isEmpty, text] = match;
    const top = open.at(-1)!;
    if (closed !== undefined) {
      if (top.name !== closed || open.length === 1)
        throw new Error(`</${closed}> closes ${top.name}`);
      open.pop();
    } else if (opened !== undefined) {
      const element: OpenElement = { name: opened, attributes: {}, children: [], text: "" };
      for (const [, name = "", double, single] of attributes.matchAll(attribute)) {
        if (Object.hasOwn(element.attributes, name))
          throw new Error(`${name} twice in <${opened}>`);
        element.attributes[name] = plain(double ?? single ?? "");
      }
      top.children.push(element);
      if (isEmpty === "") open.push(element);
    } else if (text !== undefined) top.text += plain(text);
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== "") {
    throw new Error("Not one closed element");
  }
  return root.children[0]!;
}
