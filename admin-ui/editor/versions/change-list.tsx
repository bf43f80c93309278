import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeDetail, ChangeGroup } from "../../../domain/index.js";
import { clauseOf, groupTitle, type ChangeWords } from "./change-text.js";
import { markOfGroup } from "./change-marks.js";
import { MarkSign } from "./mark-sign.js";
import { useChangeWords } from "./use-change-words.js";
import "./changes.css";

/** The written list of changes: one entry for each step, lane or part of the first page. */
export function ChangeList(props: {
  groups: readonly ChangeGroup[];
  /** The group that is shown on the drawing; named by `groupName`. */
  picked?: string | null;
  /** Absent: there is no drawing to go to. */
  onPick?: (group: ChangeGroup) => void;
}) {
  const { groups, picked = null, onPick } = props;
  const words = useChangeWords();
  const list = useRef<HTMLUListElement>(null);
  // It may have been picked on the drawing, and stand further down.
  useEffect(() => {
    if (picked === null) return;
    list.current?.querySelector("[data-picked]")?.scrollIntoView({ block: "nearest" });
  }, [picked]);
  return (
    <ul className="change-list" data-testid="changes" ref={list}>
      {groups.map((group) => {
        const name = groupName(group);
        return (
          <li
            key={name}
            className="change"
            data-mark={markOfGroup(group)}
            data-picked={picked === name || undefined}
          >
            <ChangeHead group={group} words={words} onPick={onPick ?? null} />
            {group.details.length > 0 && (
              <ul className="change-details">
                {group.details.map((detail, index) => (
                  <ClauseLine key={index} detail={detail} group={group} words={words} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Names a group among those of two documents. */
export const groupName = ({ of, key }: ChangeGroup): string => `${of}:${key}`;

function ChangeHead(props: {
  group: ChangeGroup;
  words: ChangeWords;
  onPick: ((group: ChangeGroup) => void) | null;
}) {
  const { group, words, onPick } = props;
  const { t } = useTranslation();
  const mark = markOfGroup(group);
  const content = (
    <>
      <MarkSign mark={mark} />
      <span className="change-title">{groupTitle(group, words)}</span>
      <span className="change-how">{t(`change.how.${group.how}`)}</span>
    </>
  );
  if (onPick === null) return <div className="change-head">{content}</div>;
  return (
    <button type="button" className="change-head" onClick={() => onPick(group)}>
      {content}
    </button>
  );
}

function ClauseLine(props: { detail: ChangeDetail; group: ChangeGroup; words: ChangeWords }) {
  const { lead, before, after } = clauseOf(props.detail, props.group, props.words);
  return (
    <li>
      <span className="clause-lead">{lead}</span>{" "}
      {before.map((text, index) => (
        <del key={index}>{text}</del>
      ))}
      {before.length > 0 && after.length > 0 && <span aria-hidden="true"> → </span>}
      {after.map((text, index) => (
        <ins key={index}>{text}</ins>
      ))}
    </li>
  );
}
