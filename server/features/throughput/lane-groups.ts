import type { LaneKey } from "../../../domain/index.js";
import type { EnactedVersion } from "../../runtime/enacted-version.js";

/** Lanes that are one line of a report. */
export interface LaneGroup {
  /** Opaque to the outside; the same in every report of the same scope. */
  readonly id: string;
  readonly name: string;
  readonly isRequesters: boolean;
  readonly positionId: number | null;
  readonly laneKey: LaneKey | null;
}

/**
 * Puts lanes together: of one SOP by key over its versions, under the newest name; of several by the
 * position that works them. They are in the order in which the newest versions have them.
 */
export class LaneGroups {
  readonly #groups = new Map<string, LaneGroup>();
  /** Group ids by version and lane key. */
  readonly #ids = new Map<number, ReadonlyMap<LaneKey, string>>();

  /** `versions` are in the order of newest first. */
  constructor(versions: readonly EnactedVersion[], isOneSop: boolean) {
    for (const version of versions) {
      const ids = new Map<LaneKey, string>();
      for (const lane of version.graph.lanes) {
        const group = groupOf(version, lane.key, isOneSop);
        ids.set(lane.key, group.id);
        if (!this.#groups.has(group.id)) this.#groups.set(group.id, group);
      }
      this.#ids.set(version.versionId, ids);
    }
  }

  get all(): readonly LaneGroup[] {
    return [...this.#groups.values()];
  }

  get(id: string): LaneGroup | undefined {
    return this.#groups.get(id);
  }

  /** A lane that its version does not have, which no rule lets be, is a line without a name. */
  idOf(versionId: number, lane: LaneKey): string {
    return this.#ids.get(versionId)?.get(lane) ?? "";
  }

  /** The lanes of a group, by version. */
  lanesOf(
    groupId: string | null,
  ): readonly { readonly versionId: number; readonly lane: LaneKey }[] {
    return [...this.#ids].flatMap(([versionId, ids]) =>
      [...ids].flatMap(([lane, id]) =>
        groupId === null || id === groupId ? [{ versionId, lane }] : [],
      ),
    );
  }
}

function groupOf(version: EnactedVersion, key: LaneKey, isOneSop: boolean): LaneGroup {
  const { name, binding } = version.graph.lanes.find((lane) => lane.key === key)!;
  const isRequesters = binding?.type === "REQUESTER";
  const positionId =
    binding?.type === "POSITION" ? (version.positionIds.get(binding.position) ?? null) : null;
  const common = { isRequesters, positionId };
  if (isOneSop) return { ...common, id: `lane:${key}`, name, laneKey: key };
  if (isRequesters) return { ...common, id: "requesters", name: "", laneKey: null };
  if (positionId !== null) return { ...common, id: `position:${positionId}`, name, laneKey: null };
  return { ...common, id: `lane:${version.sopId}:${key}`, name, laneKey: null };
}
