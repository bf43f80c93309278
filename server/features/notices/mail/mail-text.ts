import type { Locale } from "../../../kernel/context.js";
import { type NoticeKind, noticeKinds } from "../../../runtime/notices/notice-kinds.js";
import type { NoticeFacts } from "../notice-facts.js";
import { momentInWords } from "../../../kernel/moment-in-words.js";
import { headlineOf, oneLine, subjectOf } from "../notice-words.js";
import { linkTo } from "./mail-links.js";
import type { MailPayload } from "./smtp-channel.js";

/** Who a mail is for. */
export interface MailReceiver {
  readonly name: string;
  readonly address: string;
  readonly locale: Locale;
}

/** One thing that a mail tells. */
export interface MailItem {
  readonly headline: string;
  readonly lines: readonly string[];
  /** The address of what it is about; `null`: of nothing. */
  readonly link: string | null;
}

export interface MailSection {
  /** `null`: without one, as in a mail that tells one thing. */
  readonly title: string | null;
  readonly items: readonly MailItem[];
}

const words = {
  id: {
    dear: "Yth.",
    open: "Buka",
    due: "Tenggat",
    reason: "Alasan",
    foot: "Surel ini dikirim otomatis oleh Alur; jangan dibalas.",
    settings: "Atur pemberitahuan",
    several: "{count} pemberitahuan",
  },
  en: {
    dear: "Dear",
    open: "Open",
    due: "Deadline",
    reason: "Reason",
    foot: "This e-mail was sent by Alur by itself; please do not reply.",
    settings: "Notification settings",
    several: "{count} notifications",
  },
} as const;

const longestSubject = 180;
/** The page behind the link says all of it; a mail of many things must fit into the outbox. */
const longestLine = 300;

/** What a notice says in a mail. */
export function mailItem(
  kind: NoticeKind,
  facts: NoticeFacts,
  locale: Locale,
  baseUrl: string,
): MailItem {
  const { due, reason } = words[locale];
  const subject = subjectOf(facts);
  return {
    headline: headlineOf(kind, facts, locale),
    lines: [
      ...(subject === null ? [] : [subject]),
      ...(facts.dueAt === undefined
        ? []
        : [`${due}: ${momentInWords(locale, facts.timeZone, facts.dueAt)}`]),
      ...(facts.reason === undefined ? [] : [`${reason}: ${oneLine(facts.reason)}`]),
    ],
    link: linkTo(baseUrl, facts, noticeKinds[kind].group),
  };
}

/** A mail of one thing, with the case in its subject, or of several at once. */
export function mailOf(
  receiver: MailReceiver,
  items: readonly MailItem[],
  baseUrl: string,
): MailPayload {
  const [only] = items;
  const subject =
    items.length === 1 && only
      ? [only.headline, ...only.lines.slice(0, 1)].join(" · ")
      : words[receiver.locale].several.replace("{count}", String(items.length));
  return writeMail(receiver, subject, [{ title: null, items }], baseUrl);
}

export function writeMail(
  receiver: MailReceiver,
  subject: string,
  sections: readonly MailSection[],
  baseUrl: string,
): MailPayload {
  const { name, address, locale } = receiver;
  const settings = `${baseUrl}/pemberitahuan/pengaturan`;
  const short = sections.map(({ title, items }) => ({ title, items: items.map(shortened) }));
  return {
    to: { name: oneLine(name), address },
    subject: cut(oneLine(subject), longestSubject),
    text: asText(receiver, short, settings),
    html: asHtml(locale, oneLine(name), short, settings),
  };
}

const shortened = ({ headline, lines, link }: MailItem): MailItem => ({
  headline: cut(headline, longestLine),
  lines: lines.map((line) => cut(line, longestLine)),
  link,
});

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;

function asText(
  { name, locale }: MailReceiver,
  sections: readonly MailSection[],
  settings: string,
): string {
  const { dear, foot, settings: title } = words[locale];
  const parts = sections.flatMap((section) => [
    ...(section.title === null ? [] : [section.title.toUpperCase()]),
    ...section.items.map(({ headline, lines, link }) =>
      [headline, ...lines, ...(link === null ? [] : [link])].join("\n"),
    ),
  ]);
  return `${[`${dear} ${oneLine(name)},`, ...parts, `-- \n${foot}\n${title}: ${settings}`].join("\n\n")}\n`;
}

const ink = "color:#1b2a41";
const quiet = "color:#5b6472";

/** Plain HTML that every mail program shows, without a picture or anything else that is fetched. */
function asHtml(
  locale: Locale,
  name: string,
  sections: readonly MailSection[],
  settings: string,
): string {
  const { dear, open, foot, settings: title } = words[locale];
  const body = sections
    .map((section) => {
      const heading =
        section.title === null
          ? ""
          : `<h2 style="font-size:16px;margin:24px 0 8px;${ink}">${escaped(section.title)}</h2>`;
      const items = section.items.map(
        ({
          headline,
          lines,
          link,
        }) => `<div style="border-left:3px solid #1f3a68;padding:2px 0 2px 12px;margin:0 0 16px">
<div style="font-weight:bold;${ink}">${escaped(headline)}</div>
${lines.map((line) => `<div style="${quiet}">${escaped(line)}</div>`).join("\n")}
${link === null ? "" : `<div><a href="${escaped(link)}" style="color:#1f3a68">${open}</a></div>`}
</div>`,
      );
      return heading + items.join("\n");
    })
    .join("\n");
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>Alur</title></head>
<body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;${ink}">
<p>${dear} ${escaped(name)},</p>
${body}
<p style="font-size:13px;${quiet}">${foot}<br><a href="${escaped(settings)}" style="${quiet}">${title}</a></p>
</body></html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
