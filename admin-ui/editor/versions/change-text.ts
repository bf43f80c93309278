import type { TFunction } from "i18next";
import type { ChangeDetail, ChangeGroup, ToldValue } from "../../../domain/index.js";

/** What a told value needs besides the language: how numbers look, and what positions are called. */
export interface ChangeWords {
  readonly t: TFunction;
  readonly number: (value: number) => string;
  readonly positionName: (code: string) => string;
}

/** What a group is about: "Langkah 4 · Menyetujui permohonan", "Pelaksana · Kadis". */
export function groupTitle(group: ChangeGroup, { t }: ChangeWords): string {
  if (group.of === "STEP") {
    const name = stepName(group, t);
    const isOld = group.how === "REMOVED" && group.number !== null;
    return isOld ? t("change.oldStep", { name }) : name;
  }
  if (group.of === "LIST") return t(`lists.${group.key}`);
  if (group.of === "ORDER") return t(`change.order.${group.key}`);
  const what = t(`change.of.${group.of}`);
  return group.name === "" ? what : `${what} · ${group.name}`;
}

type StepLike = Pick<ChangeGroup, "number" | "kind" | "name">;

function stepName({ number, kind, name }: StepLike, t: TFunction): string {
  const words = name.trim() === "" && kind !== null ? t(`kind.${kind}`) : name.trim();
  return number === null ? words : t("change.step", { number, name: words });
}

/** A value in words; a list on one line. */
export function valueText(value: ToldValue, words: ChangeWords): string {
  const { t, number } = words;
  const texts: { readonly [Type in ToldValue["type"]]: (value: never) => string } = {
    text: ({ text }: Of<"text">) => text,
    time: ({ time }: Of<"time">) =>
      t(`timeAmount.${time.unit}`, { count: time.value, value: number(time.value) }),
    kind: ({ kind }: Of<"kind">) => t(`kind.${kind}`),
    word: ({ word }: Of<"word">) => t(`change.word.${word}`),
    position: ({ code }: Of<"position">) => words.positionName(code),
    sop: () => t("change.anotherSop"),
    step: ({ number: row, kind, text }: Of<"step">) =>
      stepName({ number: row, kind, name: text }, t),
    list: ({ items }: Of<"list">) => items.join("; "),
    columns: ({ columns, titles }: Of<"columns">) =>
      [
        columns.map(({ column, title }) => title ?? t(`form.${column}`)).join(", "),
        ...titles.filter((title) => title !== null),
      ].join(" · "),
  };
  return texts[value.type](value as never);
}

type Of<Type extends ToldValue["type"]> = Extract<ToldValue, { readonly type: Type }>;

/** One clause, taken apart so that it can be set: what it is about, what went, what came. */
export interface Clause {
  readonly lead: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The clause of one detail. Of lists only what went and what came is told. */
export function clauseOf(detail: ChangeDetail, group: ChangeGroup, words: ChangeWords): Clause {
  const { t } = words;
  const { before, after } = detail;
  const [old, now] = [linesOf(before, words), linesOf(after, words)];
  const isList = before?.type === "list" || after?.type === "list";
  const went = isList ? old.filter((line) => !now.includes(line)) : old;
  const came = isList ? now.filter((line) => !old.includes(line)) : now;
  const isOrder = went.length === 0 && came.length === 0;
  const lead = leadOf(detail, group, words);
  if (detail.field === "place" || detail.field === "column") {
    // Where it stood before says less than where it stands.
    const first = t(`change.first.${detail.field}`);
    return { lead, before: [], after: now.length === 0 ? [first] : now };
  }
  return {
    lead: isOrder ? t("change.reordered", { field: lead }) : lead,
    before: went,
    after: came,
  };
}

function linesOf(value: ToldValue | null, words: ChangeWords): readonly string[] {
  if (value === null) return [];
  return value.type === "list" ? value.items : [valueText(value, words)];
}

function leadOf(detail: ChangeDetail, group: ChangeGroup, { t }: ChangeWords): string {
  const { field, about } = detail;
  if (group.of === "IDENTITY") return t(`noteField.identity.${field}`);
  if (field === "place") return t(group.how === "ADDED" ? "change.putUnder" : "change.movedUnder");
  if (about === null) return t(`change.field.${field}`);
  return t(`change.fieldAbout.${field}`, { about });
}

/** A group as one sentence, for whoever copies the list or hears it. */
export function groupSentence(group: ChangeGroup, words: ChangeWords): string {
  const { t } = words;
  const clauses = group.details.map((detail) => clauseText(detail, group, words));
  const head = `${groupTitle(group, words)}: ${t(`change.how.${group.how}`)}`;
  if (clauses.length === 0) return `${head}.`;
  const what = clauses.join("; ");
  return group.how === "CHANGED" ? `${groupTitle(group, words)}: ${what}.` : `${head}; ${what}.`;
}

function clauseText(detail: ChangeDetail, group: ChangeGroup, words: ChangeWords): string {
  const { t } = words;
  const { lead, before, after } = clauseOf(detail, group, words);
  const [old, now] = [before.join("; "), after.join("; ")];
  const params = { field: lead, before: old, after: now };
  if (detail.field === "lane" && old !== "" && now !== "") return t("change.clause.lane", params);
  if (old === "" && now === "") return lead;
  if (detail.field === "place" || detail.field === "column") return `${lead} ${now}`;
  if (old === "") return t("change.clause.filled", params);
  if (now === "") return t("change.clause.emptied", params);
  return t("change.clause.changed", params);
}
