import { Radio, Stack } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  changeGroups,
  defaultSide,
  mergeDocuments,
  type ChangeGroup,
  type Collision,
  type Side,
  type SopDocument,
} from "../../../domain/index.js";
import { clauseOf, groupTitle, type ChangeWords } from "./change-text.js";

/** What two people made of one draft. */
export interface TwoDrafts {
  readonly base: SopDocument;
  readonly theirs: SopDocument;
  readonly mine: SopDocument;
}

interface ChoiceProps {
  readonly drafts: TwoDrafts;
  readonly collision: Collision;
  readonly side: Side;
  readonly words: ChangeWords;
  /** Who the others are, in words. */
  readonly others: string;
  readonly onSide: (side: Side) => void;
}

/** One thing that both changed: whose is to stand. Mine is marked to begin with. */
export function CollisionChoice(props: ChoiceProps) {
  const { collision, side, words, others } = props;
  const { t } = useTranslation();
  const group = useDifference(props);
  if (group === null) return null;
  const options = sideTexts(group, words);
  const what = group.details.length > 0 && group.how === "CHANGED" ? options.what : null;
  const label = (of: Side) =>
    options[of] === null
      ? t(`conflict.whole.${group.how}.${of}`, { others })
      : t(`conflict.${of}`, { others, value: options[of] });
  return (
    <Radio.Group
      className="collision"
      label={what === null ? groupTitle(group, words) : `${groupTitle(group, words)}: ${what}`}
      value={side}
      onChange={(value) => props.onSide(value as Side)}
    >
      <Stack gap={6} mt={6}>
        {([defaultSide(collision), ...otherSide(defaultSide(collision))] as const).map((of) => (
          <Radio key={of} value={of} label={label(of)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const otherSide = (side: Side): readonly Side[] => [side === "mine" ? "theirs" : "mine"];

/** What the choice makes of the draft: told as if mine came after theirs. */
function useDifference({ drafts, collision }: ChoiceProps): ChangeGroup | null {
  return useMemo(() => {
    const { base, theirs, mine } = drafts;
    const chosen = (side: Side): SopDocument =>
      mergeDocuments(base, theirs, mine, new Map([[collision.id, side]])).document;
    const groups = changeGroups(chosen("theirs"), chosen("mine"));
    return groups.find(({ key }) => key === collision.key) ?? groups[0] ?? null;
  }, [drafts, collision]);
}

/** `null` for a side: the element as a whole is there or not, and no field is to be named. */
function sideTexts(
  group: ChangeGroup,
  words: ChangeWords,
): { readonly what: string; readonly mine: string | null; readonly theirs: string | null } {
  if (group.how !== "CHANGED") return { what: "", mine: null, theirs: null };
  const clauses = group.details.map((detail) => clauseOf(detail, group, words));
  const said = (of: "before" | "after"): string =>
    clauses.map((clause) => clause[of].join("; ") || words.t("conflict.blank")).join(" · ");
  return {
    what: clauses.map(({ lead }) => lead).join(" · "),
    mine: said("after"),
    theirs: said("before"),
  };
}
