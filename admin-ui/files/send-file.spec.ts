import { describe, expect, it } from "vitest";
import { type SendResult, sendFile, type UploadAnswer } from "./send-file.js";

const file = new Blob(["0123456789"]);
const target = { address: "/uploads/u1", chunkSize: 4 };

const answer = (part: Partial<UploadAnswer>): SendResult => ({
  type: "ANSWER",
  upload: { status: "UPLOADING", received: 0, name: "a.pdf", problem: null, ...part },
});
const ready = answer({ status: "READY", received: 10 });

/** Answers what the script says, in order, and writes down what was asked and told. */
function run(script: readonly SendResult[], stopAt = Infinity) {
  const asked: string[] = [];
  const told: string[] = [];
  const stop = new AbortController();
  const next = (what: string): SendResult => {
    asked.push(what);
    if (asked.length >= stopAt) stop.abort();
    return script[asked.length - 1] ?? ready;
  };
  const outcome = sendFile(
    file,
    target,
    {
      put: async (_address, piece, offset, onSent) => {
        onSent(piece.size);
        return next(`PUT ${offset} ${await piece.text()}`);
      },
      ask: async () => next("GET"),
    },
    {
      sent: (bytes) => told.push(`sent ${bytes}`),
      waiting: (isWaiting) => told.push(isWaiting ? "waits" : "goes on"),
      checking: (message) => told.push(`checks ${message ?? ""}`.trim()),
    },
    async (ms) => void told.push(`pause ${ms}`),
    stop.signal,
  );
  return { outcome, asked, told };
}

describe("sendFile", () => {
  it("sends piece by piece and tells how far it is", async () => {
    const { outcome, asked, told } = run([
      answer({}),
      answer({ received: 4 }),
      answer({ received: 8 }),
    ]);
    expect(await outcome).toEqual({ type: "READY", name: "a.pdf" });
    expect(asked).toEqual(["GET", "PUT 0 0123", "PUT 4 4567", "PUT 8 89"]);
    expect(told).toEqual(["sent 0", "sent 4", "sent 4", "sent 8", "sent 8", "sent 10"]);
  });

  it("goes on where the server is, after a reload and after a conflict", async () => {
    const { outcome, asked } = run([answer({ received: 3 }), { type: "OFFSET", received: 5 }]);
    expect((await outcome)?.type).toBe("READY");
    expect(asked).toEqual(["GET", "PUT 3 3456", "PUT 5 5678"]);
  });

  it("waits for a lost connection, ever longer, and asks where it was before it goes on", async () => {
    const lost: SendResult = { type: "LOST" };
    const { outcome, asked, told } = run([
      answer({}),
      lost,
      lost,
      ...Array.from({ length: 5 }, () => lost),
      answer({ received: 2 }),
    ]);
    expect((await outcome)?.type).toBe("READY");
    expect(asked.at(-1)).toBe("PUT 2 2345");
    expect(told.filter((one) => one.startsWith("pause"))).toEqual(
      [1, 2, 4, 8, 15, 15, 15].map((seconds) => `pause ${seconds * 1000}`),
    );
    expect(told).toContain("goes on");
  });

  it("waits while the file is looked into, and says what that waits for", async () => {
    const problem = { code: "FILE_UNCHECKED", message: "No scanner" };
    const { outcome, asked, told } = run([
      answer({ received: 8 }),
      answer({ status: "CHECKING", received: 10 }),
      answer({ status: "CHECKING", received: 10, problem }),
    ]);
    expect((await outcome)?.type).toBe("READY");
    // An empty piece lets whoever answers finish what another left.
    expect(asked.slice(2)).toEqual(["PUT 10 ", "PUT 10 "]);
    expect(told).toContain("checks No scanner");
  });

  it.each([
    [
      "a file that is refused",
      answer({ status: "REFUSED", problem: { code: "FILE_TYPE", message: "No" } }),
      { type: "REFUSED", message: "No" },
    ],
    [
      "an upload that is gone",
      { type: "REFUSED", code: "NOT_FOUND", message: "Gone" } as const,
      { type: "REFUSED", message: "Gone" },
    ],
    [
      "a full disk",
      { type: "REFUSED", code: "STORAGE_FULL", message: "Full" } as const,
      { type: "STOPPED", code: "STORAGE_FULL", message: "Full" },
    ],
    [
      "a session that has ended",
      { type: "REFUSED", code: "UNAUTHENTICATED", message: "Sign in" } as const,
      { type: "STOPPED", code: "UNAUTHENTICATED", message: "Sign in" },
    ],
  ])("ends with %s", async (_what, last, expected) => {
    expect(await run([answer({}), last]).outcome).toEqual(expected);
  });

  it("ends without an outcome when it is given up", async () => {
    const { outcome, asked } = run([answer({}), answer({ received: 4 })], 2);
    expect(await outcome).toBeNull();
    expect(asked).toHaveLength(2);
  });
});
