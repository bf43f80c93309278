import type { Database } from "../../persistence/database.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { RemindService } from "./remind-service.js";
import {
  RemindTaskPayloadResolver,
  StuckItemResolver,
  StuckLaneResolver,
  StuckResolver,
} from "./stuck-resolver.js";

/** Wires what tells what is stuck; answers its resolvers. */
export const composeStuck = (
  database: Database,
  board: NoticeBoard,
  calendars: WorkingCalendars,
): readonly object[] => [
  new StuckResolver(calendars, new RemindService(database, board)),
  new StuckLaneResolver(),
  new StuckItemResolver(calendars),
  new RemindTaskPayloadResolver(),
];
