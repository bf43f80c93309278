import { Popover } from "@mantine/core";
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { isShortcut } from "../commands/shortcut.js";
import { useEditor, useView } from "../editor-context.js";
import type { Cell } from "../selection.js";
import type { CellBox } from "./cell-box.js";
import { leaveCell, type Leaving } from "./leave-cell.js";

/** One line of the list under an open cell. */
export interface FieldOption {
  readonly key: string;
  readonly label: string;
  /** What it is, in smaller letters. */
  readonly hint?: string;
  readonly isChosen?: boolean;
}

export interface CellFieldProps {
  readonly cell: Cell;
  readonly box: CellBox;
  /** What a screen reader calls the field. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string, caret: number) => void;
  readonly placeholder?: string;
  readonly options?: readonly FieldOption[];
  /** The option that Enter takes before anybody has moved to one; -1: none. */
  readonly suggested?: number;
  readonly onOption?: (option: FieldOption, field: HTMLTextAreaElement) => void;
  /** Said under the cell while it is typed in. */
  readonly note?: string | null;
  /** Before the cell is left: writes what is not written yet. */
  readonly onLeave?: (how: Leaving | "blur") => void;
  /** Keys that mean something here only; `true` where it took the key. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/**
 * The field that lies exactly on a cell of the form: same place, same letters. It keeps the focus
 * while its list is open.
 */
export function CellField(props: CellFieldProps) {
  const { cell, box, text, options = [], suggested = -1, note = null } = props;
  const editor = useEditor();
  const how = useView((view) => view.typingHow);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const noteId = useId();
  const [moved, setMoved] = useState<number | null>(null);
  const [isShut, setShut] = useState(false);
  const shown = isShut ? [] : options;
  const at = moved === null ? suggested : Math.min(moved, shown.length - 1);
  const option = shown[at];
  const isOver = useRef(how === "over");
  // The focus, before the key that opened the cell has done its work.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    if (isOver.current) element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  // As high as its text, and never lower than its cell. Most browsers see to it by themselves
  // (typing.css); asking for the height at every letter would have the page laid out twice.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || CSS.supports("field-sizing", "content")) return;
    element.style.height = "0";
    element.style.height = `${Math.max(element.scrollHeight, box.height)}px`;
  });
  const leave = (way: Leaving) => {
    props.onLeave?.(way);
    leaveCell(editor, cell, way);
  };
  const take = (one: FieldOption) => {
    setMoved(null);
    if (field.current !== null) props.onOption?.(one, field.current);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const done = () => event.preventDefault();
    const { undo, redo } = editor.draft.getState();
    if (isShortcut("Mod+Z", event)) return (done(), undo());
    if (isShortcut("Mod+Shift+Z", event) || isShortcut("Mod+Y", event)) return (done(), redo());
    if (props.onKey?.(event) === true) return done();
    if (shown.length > 0 && isShortcut("ArrowDown", event)) {
      return (done(), setMoved(Math.min(at + 1, shown.length - 1)));
    }
    if (shown.length > 0 && at >= 0 && isShortcut("ArrowUp", event)) {
      return (done(), setMoved(at - 1));
    }
    if (isShortcut("Alt+Enter", event)) {
      const { selectionStart, selectionEnd } = event.currentTarget;
      done();
      event.currentTarget.setRangeText("\n", selectionStart, selectionEnd, "end");
      return props.onText(event.currentTarget.value, event.currentTarget.selectionStart);
    }
    if (isShortcut("Enter", event))
      return (done(), option === undefined ? leave("enter") : take(option));
    if (isShortcut("Tab", event)) return (done(), leave("next"));
    if (isShortcut("Shift+Tab", event)) return (done(), leave("previous"));
    if (isShortcut("Escape", event)) {
      return (done(), moved !== null && shown.length > 0 ? setShut(true) : leave("escape"));
    }
  };
  const isOpen = shown.length > 0 || note !== null;
  return (
    <Popover
      opened={isOpen}
      position="bottom-start"
      offset={4}
      trapFocus={false}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      closeOnEscape={false}
      withRoles={false}
      closeOnClickOutside={false}
      shadow="md"
      width="max-content"
    >
      <Popover.Target>
        <textarea
          ref={field}
          className="cell-field nodrag nopan nowheel"
          style={{ left: box.x, top: box.y, width: box.width, minHeight: box.height }}
          rows={1}
          aria-label={props.label}
          aria-autocomplete={options.length > 0 ? "list" : undefined}
          aria-controls={shown.length > 0 ? listId : undefined}
          aria-activedescendant={option === undefined ? undefined : `${listId}-${at}`}
          aria-describedby={note === null ? undefined : noteId}
          placeholder={props.placeholder}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setMoved(null);
            setShut(false);
            props.onText(event.currentTarget.value, event.currentTarget.selectionStart);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // Another window has the focus: the field has it again when the drafter is back.
            if (!document.hasFocus()) return;
            props.onLeave?.("blur");
            const { typing, type } = editor.view.getState();
            if (typing === cell) type(null);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={props.label}
        p={4}
        className="cell-list"
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.length > 0 && (
          <div role="listbox" id={listId} aria-label={props.label}>
            {shown.map((one, index) => (
              <div
                key={one.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                className="cell-option"
                ref={(element) => {
                  if (index === at) element?.scrollIntoView({ block: "nearest" });
                }}
                onClick={() => take(one)}
              >
                <span className="cell-option-mark" aria-hidden="true">
                  {one.isChosen === true ? "✓" : ""}
                </span>
                <span>{one.label}</span>
                {one.hint !== undefined && <span className="cell-option-hint">{one.hint}</span>}
              </div>
            ))}
          </div>
        )}
        {note !== null && (
          <div id={noteId} className="cell-note" role="status">
            {note}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
