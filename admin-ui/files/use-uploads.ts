import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { changesNoList } from "../app/client.js";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useAction } from "../app/use-action.js";
import { createUploadMutation, whoAmIQuery } from "./file-operations.js";
import type { KeptUpload } from "./kept-upload.js";
import { sendFile, type SendOutcome } from "./send-file.js";
import { takeTurns } from "./take-turns.js";
import { giveUpload, httpTransport, pauseOrOnline } from "./upload-transport.js";

/**
 * SENDING and CHECKING go on by themselves, WAITING for the connection; STOPPED may be told to go on;
 * AGAIN needs the same file once more, as a page that was loaded anew has none.
 */
export type UploadState =
  | "SENDING"
  | "WAITING"
  | "CHECKING"
  | "READY"
  | "REFUSED"
  | "STOPPED"
  | "AGAIN";

export interface UploadItem extends KeptUpload {
  readonly state: UploadState;
  /** Bytes. */
  readonly sent: number;
  readonly message: string | null;
}

export interface Uploads {
  readonly items: readonly UploadItem[];
  add(place: string, files: Iterable<File>): void;
  /** A file that the case has already. */
  addKnown(
    place: string,
    file: { readonly id: string; readonly name: string; readonly size: number },
  ): void;
  remove(key: string): void;
  /** Goes on with one that stopped; `file` where it has to be chosen once more. */
  resume(key: string, file?: File): void;
  /** They were attached, and are nobody's draft any more. */
  forget(): void;
  /** Goes on with all that stopped, as when somebody has signed in again. */
  resumeAll(): void;
}

const turns = takeTurns(2);

/** Files on their way to the server. `kept` is what was written down before, `keep` writes it down. */
export function useUploads(
  kept: readonly KeptUpload[],
  keep: (uploads: readonly KeptUpload[]) => void,
): Uploads {
  const { t } = useTranslation();
  const client = useClient();
  const [, create] = useAction(createUploadMutation, { quiet: true, context: changesNoList });
  const [items, setItems] = useState<readonly UploadItem[]>(() => kept.map(restored));
  const latest = useRef(items);
  const files = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());

  const show = (next: readonly UploadItem[]): void => {
    const written = JSON.stringify(next.map(withoutState));
    if (written !== JSON.stringify(latest.current.map(withoutState))) keep(next.map(withoutState));
    latest.current = next;
    setItems(next);
  };
  const change = (key: string, part: Partial<UploadItem>): void =>
    show(latest.current.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const find = (key: string) => latest.current.find((item) => item.key === key);

  const settle = (key: string, outcome: SendOutcome | null): void => {
    if (outcome === null) return;
    if (outcome.type === "READY") {
      change(key, { state: "READY", isReady: true, name: outcome.name, message: null });
      files.current.delete(key);
      return;
    }
    change(key, { state: outcome.type, message: outcome.message });
    if (outcome.type === "STOPPED" && outcome.code === "UNAUTHENTICATED") {
      void client.query(whoAmIQuery, {}, { requestPolicy: "network-only" }).toPromise();
    }
  };

  const announce = async (key: string, file: File): Promise<SendOutcome | null> => {
    const result = await create({ input: { name: file.name, size: file.size } });
    const upload = result.payload?.upload;
    if (result.ok && upload) {
      const { id: uploadId, address, chunkSize } = upload;
      change(key, { uploadId, address, chunkSize });
      return null;
    }
    const [error] = result.ok ? [] : result.errors;
    const code = error?.code ?? "UNKNOWN";
    const message = error?.message ?? t("error.server");
    const isPassing = ["NETWORK", "UNAUTHENTICATED", "UNKNOWN", "TOO_MANY_UPLOADS"].includes(code);
    return isPassing ? { type: "STOPPED", code, message } : { type: "REFUSED", message };
  };

  const send = async (key: string, file: File | null): Promise<void> => {
    const stop = new AbortController();
    running.current.get(key)?.abort();
    running.current.set(key, stop);
    await turns(async () => {
      if (stop.signal.aborted) return;
      change(key, { state: "SENDING", message: null });
      const failed =
        find(key)?.address === null && file !== null ? await announce(key, file) : null;
      const item = find(key);
      if (failed !== null || !item || item.address === null || stop.signal.aborted) {
        settle(key, failed);
        return;
      }
      const target = { address: item.address, chunkSize: item.chunkSize };
      const progress = {
        sent: (sent: number) => change(key, { state: "SENDING", sent, message: null }),
        waiting: (isWaiting: boolean) => change(key, { state: isWaiting ? "WAITING" : "SENDING" }),
        checking: (message: string | null) =>
          change(key, { state: "CHECKING", sent: item.size, message }),
      };
      const body = file ?? new Blob([]);
      const { signal } = stop;
      settle(key, await sendFile(body, target, httpTransport, progress, pauseOrOnline, signal));
    });
  };

  const resume = (key: string, file?: File): void => {
    const item = find(key);
    if (!item) return;
    if (file && (file.size !== item.size || file.lastModified !== item.lastModified)) {
      change(key, { message: t("files.notTheSame", { name: item.name }) });
      return;
    }
    if (file) files.current.set(key, file);
    const known = files.current.get(key);
    if (known) void send(key, known);
  };

  useEffect(() => {
    // What was there before this page: the server says how it stands.
    const stop = new AbortController();
    for (const item of latest.current) {
      if (item.address === null || item.state !== "CHECKING") continue;
      void httpTransport.ask(item.address, stop.signal).then((result) => {
        if (stop.signal.aborted) return;
        if (result.type === "REFUSED") {
          if (result.code === "NOT_FOUND") show(without(latest.current, item.key));
          return;
        }
        if (result.type !== "ANSWER") return change(item.key, { state: "AGAIN" });
        const { status, received, problem } = result.upload;
        if (status === "UPLOADING") change(item.key, { state: "AGAIN", sent: received });
        else if (status === "READY") change(item.key, { state: "READY", isReady: true });
        else if (status === "CHECKING") void send(item.key, null);
        else if (status === "ATTACHED") show(without(latest.current, item.key));
        else change(item.key, { state: "REFUSED", message: problem?.message ?? null });
      });
    }
    const controllers = running.current;
    return () => {
      stop.abort();
      for (const controller of controllers.values()) controller.abort();
    };
    // Once, for what was kept.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  return {
    items,
    add(place, chosen) {
      for (const file of chosen) {
        const key = newIdempotencyKey();
        files.current.set(key, file);
        const { name, size, lastModified } = file;
        const fresh = { key, place, name, size, lastModified, chunkSize: 0, isReady: false };
        const none = { uploadId: null, address: null, sent: 0, message: null };
        show([...latest.current, { ...fresh, ...none, state: "SENDING" as const }]);
        void send(key, file);
      }
    },
    addKnown(place, { id, name, size }) {
      if (latest.current.some((item) => item.place === place && item.uploadId === id)) return;
      const known = { key: newIdempotencyKey(), place, name, size, uploadId: id, address: null };
      const ready = { lastModified: 0, chunkSize: 0, isReady: true, sent: size, message: null };
      show([...latest.current, { ...known, ...ready, state: "READY" as const }]);
    },
    remove(key) {
      const address = find(key)?.address ?? null;
      running.current.get(key)?.abort();
      files.current.delete(key);
      show(without(latest.current, key));
      if (address !== null) giveUpload(address);
    },
    resume,
    forget: () => show([]),
    resumeAll() {
      for (const { key, state } of latest.current) if (state === "STOPPED") resume(key);
    },
  };
}

const without = (items: readonly UploadItem[], key: string): readonly UploadItem[] =>
  items.filter((item) => item.key !== key);

/** Until the server has said how it stands, it is as if it looked into it. */
const restored = (kept: KeptUpload): UploadItem => {
  // A file that the case has already has no way to be uploaded.
  const isKnown = kept.address === null;
  const state = isKnown ? "READY" : "CHECKING";
  return { ...kept, isReady: isKnown, state, sent: 0, message: null };
};

const withoutState = ({
  key,
  place,
  name,
  size,
  lastModified,
  uploadId,
  address,
  chunkSize,
  isReady,
}: UploadItem): KeptUpload => ({
  key,
  place,
  name,
  size,
  lastModified,
  uploadId,
  address,
  chunkSize,
  isReady,
});
