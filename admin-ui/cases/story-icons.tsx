import { LineIcon } from "../app/line-icon.js";
import type { StoryKind } from "./story-line.js";

const play = "M6.5 4.5v11l9-5.5z";
const pause = "M7 4.5v11M13 4.5v11";
const check = "M4.5 10.5l3.6 3.6L15.5 6.5";
const cross = "M5.5 5.5l9 9M14.5 5.5l-9 9";
const back = "M7.5 4.5L4 8l3.5 3.5M4 8h8a4 4 0 010 8H9";
const clock = "M10 3.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM10 6.5V10l2.5 1.8";
const hand = "M10 4a3 3 0 110 6 3 3 0 010-6zM4.5 16.5c.5-3 2.6-4.5 5.5-4.5s5 1.5 5.5 4.5";
const handOver = "M3.5 7h10M10.5 3.5L14 7l-3.5 3.5M16.5 13h-10M9.5 9.5L6 13l3.5 3.5";
const link = "M3.5 4h6v5h-6zM10.5 11h6v5h-6zM6.5 9v4.5h4";
const speech = "M4 4.5h12v9H9.5L6 16.5v-3H4z";
const diamond = "M10 3l7 7-7 7-7-7zM7 10l2.2 2.2L13 8.5";

/** What an icon draws, on 20 by 20. */
const paths: Readonly<Record<StoryKind, string>> = {
  CASE_STARTED: play,
  CASE_STARTED_BY_PARENT: link,
  VISIT_OPENED: clock,
  VISIT_DONE: check,
  VISIT_UNDONE: back,
  TOKEN_PLACED: clock,
  TOKEN_TAKEN: clock,
  TASK_OPENED: clock,
  TASK_CLAIMED: hand,
  TASK_RELEASED: clock,
  TASK_GIVEN_BACK: clock,
  TASK_PUT_BACK: clock,
  TASK_DELEGATED: handOver,
  TASK_HANDED_OVER: handOver,
  TASK_DONE: check,
  TASK_DECIDED: diamond,
  TASK_WITHDRAWN: cross,
  CASE_RETURNED: back,
  CASE_RECALLED: back,
  COMMENT_ADDED: speech,
  DEADLINES_MOVED: clock,
  CHILD_WAITS: clock,
  CHILD_STARTED: link,
  CHILD_COMPLETED: link,
  CHILD_CANCELLED: link,
  CASE_COMPLETED: check,
  CASE_HELD: pause,
  CASE_HELD_BY_PARENT: pause,
  CASE_RESUMED: play,
  CASE_CANCELLED: cross,
};

export const StoryIcon = ({ kind }: { kind: StoryKind }) => <Drawn path={paths[kind]} />;
export const PlayIcon = () => <Drawn path={play} />;
export const PauseIcon = () => <Drawn path={pause} />;

function Drawn({ path }: { path: string }) {
  return (
    <LineIcon size={18}>
      <path d={path} />
    </LineIcon>
  );
}
