import { ActionIcon, CloseButton, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ArrowDownIcon, ArrowUpIcon, SearchIcon } from "../../app/icons.js";
import { useFormat } from "../../app/use-format.js";
import { useEditor, useView } from "../editor-context.js";
import { useLookAt } from "../panels/use-look-at.js";
import { selectCell } from "../selection.js";
import { isOnIdentityPage } from "../notes/note-place.js";
import type { FoundPlace } from "./find-places.js";
import { useFoundPlaces } from "./use-found-places.js";
import "./palette.css";

/** Finds what is written anywhere in the draft (Ctrl+F). */
export function FindBar() {
  const isOpen = useView(({ finding }) => finding !== null);
  return isOpen ? <OpenFindBar /> : null;
}

function OpenFindBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useEditor();
  const finding = useView((state) => state.finding);
  const places = useFoundPlaces();
  const show = useShowPlace();
  const words = finding?.words ?? "";
  const at = Math.min(finding?.at ?? 0, Math.max(0, places.length - 1));
  const close = () => {
    view.getState().find(null);
    document.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus();
  };
  const step = (by: 1 | -1) => {
    const place = places[(at + by + places.length) % Math.max(1, places.length)];
    if (place === undefined) return;
    view.getState().find({ words, at: places.indexOf(place) });
    show(place);
  };
  const isSearching = words.trim() !== "";
  return (
    <div className="find-bar" role="search" aria-label={t("find.title")}>
      <TextInput
        autoFocus
        className="find-field"
        size="xs"
        leftSection={<SearchIcon />}
        aria-label={t("find.title")}
        placeholder={t("find.placeholder")}
        value={words}
        onChange={(event) => view.getState().find({ words: event.currentTarget.value, at: -1 })}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="find-count" role="status">
        {isSearching &&
          (places.length === 0
            ? t("common.nothingFound")
            : t("find.count", {
                at: format.number(Math.max(0, finding?.at ?? 0) + 1),
                all: format.number(places.length),
              }))}
      </span>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          aria-label={t("find.previous")}
          disabled={places.length === 0}
          onClick={() => step(-1)}
        >
          <ArrowUpIcon />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t("find.next")}
          disabled={places.length === 0}
          onClick={() => step(1)}
        >
          <ArrowDownIcon />
        </ActionIcon>
      </ActionIcon.Group>
      <CloseButton aria-label={t("common.close")} onClick={close} />
    </div>
  );
}

/** Brings a found place into view; the focus stays in the find bar. */
function useShowPlace(): (place: FoundPlace) => void {
  const { view } = useEditor();
  const look = useLookAt("edit");
  const lookAtNotes = useLookAt("notes");
  return (place) => {
    const { setTab, select, goTo, setPanel, openPanel } = view.getState();
    if (place.type === "cell") {
      goTo(place.cell.node);
      select(selectCell(place.cell));
      openPanel(false);
    } else if (place.type === "lane") look.lane(place.key);
    else if (place.type === "edge") look.edge(place.key);
    else if (place.type === "identity") look.identity(place.path, false);
    else if (isOnIdentityPage(place.note)) lookAtNotes.identity(place.note.targetKey, false);
    else {
      setTab("form");
      setPanel("notes");
      openPanel(true);
    }
  };
}
