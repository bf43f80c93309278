import { toGlobalId } from "../../server/kernel/global-id.js";
import { graphqlRequest, mustHold, openAlur } from "./alur-api.js";
import { benchEdges, benchLanes, benchSteps, benchTitle } from "./bench-procedure.js";
import { createSop, editDraft, enactVersion, signIn, startInstance } from "./graphql-documents.js";
import { answersPerSecond } from "./load.js";

/** Rows that the set-up must know before it has asked the API for anything. */
export interface KnownRows {
  readonly officeId: number;
  /** Position id by its code. */
  readonly positionIds: ReadonlyMap<string, number>;
}

export interface PreparedAlur {
  readonly sopId: string;
  readonly versionId: string;
  /** Bearer token of a holder, by lane key. */
  readonly bearers: ReadonlyMap<string, string>;
  /** Bearer token of somebody who sees the office's cases. */
  readonly reader: string;
}

const clientsAtSetUp = 16;

/** Draws the SOP of the benchmark, enacts it and starts the instances: all through the API. */
export async function setUpAlur(
  port: number,
  known: KnownRows,
  instances: number,
): Promise<PreparedAlur> {
  const api = await openAlur(port);
  const bearerOf = async (username: string): Promise<string> => {
    const input = { username, password: "alur-demo", bearer: true };
    return (await api.mutate<{ token: string }>(signIn, input, null)).token;
  };
  const admin = await bearerOf("admin");
  const bearers = new Map<string, string>();
  for (const { key, holder } of benchLanes) bearers.set(key, await bearerOf(holder));

  const created = await api.mutate<{
    sop: { id: string };
    version: { id: string; revision: number };
  }>(createSop, { officeId: toGlobalId("Office", known.officeId), title: benchTitle }, admin);
  const versionId = created.version.id;
  const drawn = await api.mutate<{ version: { revision: number } }>(
    editDraft,
    { versionId, revision: created.version.revision, edits: editsFor(known) },
    admin,
  );
  const { revision } = drawn.version;
  await api.mutate(enactVersion, { versionId, revision }, admin);
  api.close();

  const sopId = created.sop.id;
  await startInstances(port, sopId, bearers.get(benchSteps[0]?.lane ?? "") ?? "", instances);
  return { sopId, versionId, bearers, reader: admin };
}

async function startInstances(
  port: number,
  sopId: string,
  bearer: string,
  instances: number,
): Promise<void> {
  let started = 0;
  await answersPerSecond({
    port,
    clients: clientsAtSetUp,
    seconds: Number.POSITIVE_INFINITY,
    next() {
      if (started >= instances) return null;
      started += 1;
      const input = { sopId, title: `Berkas ${started}` };
      return graphqlRequest(startInstance, { input }, bearer);
    },
    check: mustHold('"userErrors":[]'),
  });
}

function editsFor({ positionIds }: KnownRows): object[] {
  const add = (collection: string, key: string, value: object, index: number): object => ({
    op: "ADD",
    collection,
    index,
    [key]: value,
  });
  const positionId = (code: string): string => toGlobalId("Position", positionIds.get(code) ?? 0);
  const remove = (collection: string, key: string): object => ({ op: "REMOVE", collection, key });
  return [
    // What a new SOP begins with.
    remove("EDGES", "start-end"),
    remove("NODES", "start"),
    remove("NODES", "end"),
    remove("LANES", "pelaksana"),
    ...benchLanes.map(({ key, name, position }, index) => {
      const lane = { key, name, bindingType: "POSITION", positionId: positionId(position) };
      return add("LANES", "lane", lane, index);
    }),
    ...benchSteps.map(({ key, kind, text, lane, hours }, index) => {
      const standardTime = hours === null ? null : { value: hours, unit: "HOUR" };
      const node = { key, kind, text, parts: [{ laneKey: lane, label: null }], standardTime };
      return add("NODES", "node", node, index);
    }),
    ...benchEdges.map((edge, index) => add("EDGES", "edge", edge, index)),
  ];
}
