import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import type { Graph } from "../../../domain/index.js";
import { inTime } from "../../app/in-time.js";
import { useSession } from "../../app/session.js";
import { CallChecker, type SeenDrawing, type ServerCalls } from "./call-checker.js";
import { connectorCheckQuery } from "./call-operations.js";
import {
  callCheckOf,
  connectorCalls,
  connectorProblem,
  type CallCheck,
} from "./connector-calls.js";

/** ms after which an answer counts as lost. */
const patience = 15_000;

/**
 * What other SOPs do to the connectors of a version, as far as the server has said it of the drawing
 * as it is here. `follow` calls `look` with what is to be looked at, now and whenever it changes, and
 * may return what ends that. `null` asks nothing. Others may have changed their SOPs while the window
 * was away, and before a version is to be enacted.
 */
export function useCallCheck(
  versionId: string,
  graph: Graph | null,
  follow: (look: (seen: SeenDrawing) => void) => void | (() => void),
  isEnacting: boolean,
): CallCheck {
  const client = useClient();
  const { hold } = useSession();
  const [checker] = useState(
    () =>
      new CallChecker(async () =>
        // Until the password is given again nobody would be told anything.
        hold.getState().isAsking ? null : askServer(client, versionId),
      ),
  );
  const isAsked = graph !== null;
  useEffect(() => {
    if (!isAsked) return;
    const end = follow(checker.look);
    return () => {
      end?.();
      checker.stop();
    };
  }, [checker, follow, isAsked]);
  useEffect(() => {
    if (isAsked && isEnacting) checker.renew();
  }, [checker, isAsked, isEnacting]);
  useEffect(() => {
    const onBack = () => {
      if (document.visibilityState === "visible") checker.renew();
    };
    const events = [
      [window, "focus"],
      [window, "online"],
      [document, "visibilitychange"],
    ] as const;
    for (const [target, name] of events) target.addEventListener(name, onBack);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, onBack);
    };
  }, [checker]);
  // Signed in again, the server answers; the page is not held for that alone.
  useEffect(
    () =>
      hold.subscribe(({ isAsking }, before) => {
        if (before.isAsking && !isAsking) checker.renew();
      }),
    [hold, checker],
  );
  const told = useSyncExternalStore(checker.subscribe, checker.told);
  const calls = useMemo(() => connectorCalls(graph), [graph]);
  return useMemo(() => callCheckOf(calls, told), [calls, told]);
}

async function askServer(client: Client, id: string): Promise<ServerCalls | null> {
  const query = client.query(connectorCheckQuery, { id }, { requestPolicy: "network-only" });
  const answer = await inTime(query.toPromise(), patience);
  const version = answer?.data?.node;
  if (version?.__typename !== "SopVersion") return null;
  const { revision, problems } = version.connectorCheck;
  return { revision, problems: problems.flatMap(connectorProblem) };
}
