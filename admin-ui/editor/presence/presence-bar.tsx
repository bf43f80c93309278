import { Tooltip, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { groupBy } from "../../app/group-by.js";
import { useDraft } from "../editor-context.js";
import { useLookAt } from "../panels/use-look-at.js";
import { focusedRow, focusWords, initials, readFocus } from "./focus-path.js";
import { usePresence } from "./presence-context.js";
import type { PresentPerson } from "./presence-operations.js";
import "./presence.css";

const namedAtMost = 2;
const shownAtMost = 5;

/** Who else is in the draft, and with what; a press goes there. */
export function PresenceBar() {
  const { t } = useTranslation();
  const present = usePresence();
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("edit");
  // Somebody with several windows is where they were last.
  const people = [...groupBy(present, ({ person }) => person.id).values()].flatMap(
    ([first]) => first ?? [],
  );
  if (people.length === 0) return null;
  const said = people.map((one) => {
    const { name } = one.person;
    const place = focusWords(readFocus(one.focus), graph, t);
    if (one.isMe) return t("presence.mine", { place });
    return t(one.canEdit ? "presence.edits" : "presence.reads", { name, place });
  });
  const go = ({ focus }: PresentPerson) => {
    const place = readFocus(focus);
    const row = focusedRow(place, graph);
    if (row !== null && graph.nodes.some(({ key }) => key === row)) look.node(row);
    else if (place?.type === "lane") look.lane(place.key);
  };
  return (
    <div className="presence-bar" data-testid="presence">
      {people.slice(0, shownAtMost).map((one, index) => (
        <Tooltip key={one.person.id} label={said[index]} multiline maw={320}>
          <button
            type="button"
            className="presence-face"
            aria-label={`${initials(one.person.name)}: ${said[index] ?? one.person.name}`}
            data-reads={!one.canEdit || undefined}
            onClick={() => go(one)}
          >
            <span aria-hidden="true">{initials(one.person.name)}</span>
          </button>
        </Tooltip>
      ))}
      {people.length > shownAtMost && (
        <span className="presence-more">
          {t("presence.more", { number: String(people.length - shownAtMost) })}
        </span>
      )}
      {people.length <= namedAtMost && <span className="presence-words">{said.join(" ")}</span>}
      <VisuallyHidden aria-live="polite">
        {t("presence.count", { count: people.length })}
      </VisuallyHidden>
    </div>
  );
}
