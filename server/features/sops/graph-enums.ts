import { registerEnumType } from "type-graphql";
import { nodeKinds } from "../../../domain/index.js";

/** One value for each registered kind, so that a new kind needs no line here. */
export const NodeKindEnum: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(nodeKinds).map((kind) => [kind.toUpperCase(), kind]),
);
registerEnumType(NodeKindEnum, {
  name: "NodeKind",
  description: "What a symbol of the form means.",
  valuesConfig: Object.fromEntries(
    Object.entries(nodeKinds).map(([kind, { symbol }]) => [
      kind.toUpperCase(),
      { description: `Drawn as a ${symbol}.` },
    ]),
  ),
});

export const JointModeEnum = { ALL: "ALL", ANY: "ANY" } as const;
registerEnumType(JointModeEnum, {
  name: "JointMode",
  description: "How a step in several lanes is done.",
  valuesConfig: {
    ALL: { description: "Every lane must finish." },
    ANY: { description: "The first lane to finish withdraws the others." },
  },
});

export const TimeUnitEnum = {
  MINUTE: "MINUTE",
  HOUR: "HOUR",
  WORKING_DAY: "WORKING_DAY",
  CALENDAR_DAY: "CALENDAR_DAY",
} as const;
registerEnumType(TimeUnitEnum, {
  name: "TimeUnit",
  description: "The unit in which a standard time was written.",
  valuesConfig: {
    MINUTE: { description: "Menit: a working minute." },
    HOUR: { description: "Jam: a working hour." },
    WORKING_DAY: { description: "Hari (kerja): a working day of the office." },
    CALENDAR_DAY: { description: "Hari kalender: 24 hours." },
  },
});

export const LaneBindingTypeEnum = { POSITION: "POSITION", REQUESTER: "REQUESTER" } as const;
registerEnumType(LaneBindingTypeEnum, {
  name: "LaneBindingType",
  description: "Who works a lane.",
  valuesConfig: {
    POSITION: { description: "Whoever holds a position." },
    REQUESTER: { description: "The requester of the case." },
  },
});

export const NoteTargetTypeEnum = {
  FIELD: "FIELD",
  LANE: "LANE",
  NODE: "NODE",
  EDGE: "EDGE",
} as const;
registerEnumType(NoteTargetTypeEnum, {
  name: "NoteTargetType",
  description: "What a review note hangs on.",
  valuesConfig: {
    FIELD: { description: "A field or list of the first page." },
    LANE: { description: "A lane." },
    NODE: { description: "A step or another symbol." },
    EDGE: { description: "An arrow." },
  },
});
