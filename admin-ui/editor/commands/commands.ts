import { arrowCommands } from "./arrow-commands.js";
import type { Command } from "./command.js";
import { historyCommands } from "./history-commands.js";
import { laneCommands } from "./lane-commands.js";
import { lookCommands } from "../palette/look-commands.js";
import { pasteTableCommand } from "../paste/paste-table-command.js";
import { rowCommands } from "./row-commands.js";
import { stepCommands } from "./step-commands.js";
import { viewCommands } from "./view-commands.js";

/** Every command of the editor. The first enabled one whose shortcut was pressed runs. */
export const commands: readonly Command[] = [
  ...historyCommands,
  ...rowCommands,
  ...stepCommands,
  ...laneCommands,
  pasteTableCommand,
  ...arrowCommands,
  ...viewCommands,
  ...lookCommands,
];
