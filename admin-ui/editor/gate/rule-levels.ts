import type { RuleLevels } from "../../../domain/index.js";

/** How seriously the office of an SOP takes the rules that it may switch. */
export const noLevels: RuleLevels = {};
