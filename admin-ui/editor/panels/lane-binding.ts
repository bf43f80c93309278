import type { LaneBinding } from "../../../domain/index.js";

/** Who works in a lane, as the value of a list to choose from. */
export const requesterValue = "REQUESTER";
const positionPrefix = "POSITION:";

export const positionValue = (code: string): string => positionPrefix + code;

export function bindingValue(binding: LaneBinding | null): string | null {
  if (binding === null) return null;
  return binding.type === "REQUESTER" ? requesterValue : positionValue(binding.position);
}

export function bindingOf(value: string | null): LaneBinding | null {
  if (value === null) return null;
  if (value === requesterValue) return { type: "REQUESTER" };
  return { type: "POSITION", position: value.slice(positionPrefix.length) };
}
