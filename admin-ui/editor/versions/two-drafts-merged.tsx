import { Button, Stack, Text } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  changeGroups,
  defaultSide,
  editsBetween,
  mergeDocuments,
  type DocumentEdit,
  type Side,
  type SopDocument,
} from "../../../domain/index.js";
import type { OvertakenDraft } from "../draft/draft-store.js";
import { ChangeList } from "./change-list.js";
import { CollisionChoice, type TwoDrafts } from "./collision-choice.js";
import { leftOut } from "./left-out-edits.js";
import { useChangeWords } from "./use-change-words.js";
import "./changes.css";
import "./two-drafts-merged.css";

/** What others saved meanwhile, where it meets what was drawn here, and both put together. */
export function TwoDraftsMerged(props: {
  overtaken: OvertakenDraft;
  mine: SopDocument;
  pending: readonly DocumentEdit[];
  /** Buttons for those who do not want both. */
  otherWays: ReactNode;
  /** Edits of their draft that make the merged one of it, and after them those that do not fit. */
  onMerged: (edits: readonly DocumentEdit[]) => void;
}) {
  const { overtaken, mine, pending } = props;
  const { base, theirs, editedBy } = overtaken;
  const { t, i18n } = useTranslation();
  const words = useChangeWords();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const drafts = useMemo<TwoDrafts>(() => ({ base, theirs, mine }), [base, theirs, mine]);
  const { collisions } = useMemo(() => mergeDocuments(base, theirs, mine), [base, theirs, mine]);
  const theirGroups = useMemo(() => changeGroups(base, theirs), [base, theirs]);
  const myGroups = useMemo(() => changeGroups(base, mine), [base, mine]);
  const others =
    editedBy.length === 0
      ? t("conflict.somebody")
      : new Intl.ListFormat(i18n.language).format(editedBy);
  const merge = () => {
    const { document } = mergeDocuments(base, theirs, mine, choices);
    const sideOf = (collision: (typeof collisions)[number]): Side =>
      choices.get(collision.id) ?? defaultSide(collision);
    props.onMerged([
      ...editsBetween(theirs, document),
      ...leftOut(
        pending,
        collisions.filter((one) => sideOf(one) === "theirs"),
      ),
    ]);
  };
  return (
    <Stack>
      <Text>{t("conflict.meanwhile", { others })}</Text>
      <section className="conflict-part">
        <h3 className="section-title">{t("conflict.theirChanges", { others })}</h3>
        <div className="conflict-list">
          <ChangeList groups={theirGroups} />
        </div>
      </section>
      {collisions.length > 0 && (
        <section className="conflict-part">
          <h3 className="section-title">{t("conflict.collisions")}</h3>
          {collisions.map((collision) => (
            <CollisionChoice
              key={collision.id}
              drafts={drafts}
              collision={collision}
              side={choices.get(collision.id) ?? defaultSide(collision)}
              words={words}
              others={others}
              onSide={(side) => setChoices(new Map(choices).set(collision.id, side))}
            />
          ))}
        </section>
      )}
      <details className="conflict-part">
        <summary>{t("conflict.myChanges", { count: myGroups.length })}</summary>
        <div className="conflict-list">
          <ChangeList groups={myGroups} />
        </div>
      </details>
      <div className="conflict-ways">
        <Button data-autofocus onClick={merge}>
          {t("conflict.both")}
        </Button>
        {props.otherWays}
      </div>
    </Stack>
  );
}
