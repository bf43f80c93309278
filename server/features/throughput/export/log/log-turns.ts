import { Readable } from "node:stream";
import { FairWork } from "../../../../kernel/fair-work.js";

/** An event log takes its time, and of it the server's only processor. */
const limits = { running: 2, runningOfOne: 1, waiting: 20, waitingOfOne: 2 } as const;
/** A reader who takes nothing for so long has gone, whatever the connection says. */
const stalledAfter = 120_000;
const bufferedBytes = 256 * 1024;

/** Streams a few event logs at once; those who ask take turns. */
export class LogTurns {
  readonly #work = new FairWork(limits);

  /**
   * A stream of what `write` yields, once it is the asker's turn; it has its place until it is closed,
   * which being `gone` does as well. Throws RATE_LIMITED when too many wait.
   */
  stream(asker: string, gone: AbortSignal, write: () => AsyncGenerator<string>): Promise<Readable> {
    return new Promise((resolve, reject) => {
      const work = async (): Promise<void> => {
        let stalled: NodeJS.Timeout | null = null;
        const pieces = watched(write(), () => stalled?.refresh());
        const stream = Readable.from(pieces, { objectMode: false, highWaterMark: bufferedBytes });
        stalled = setTimeout(() => stream.destroy(), stalledAfter).unref();
        const closed = new Promise<void>((close) => stream.once("close", close));
        // Whoever has gone before the first byte is never told of it by the stream.
        gone.addEventListener("abort", () => stream.destroy(), { once: true });
        resolve(stream);
        await closed;
        clearTimeout(stalled);
      };
      this.#work.run(asker, work, gone).catch(reject);
    });
  }
}

async function* watched(
  pieces: AsyncGenerator<string>,
  onPiece: () => void,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    onPiece();
    if (piece !== "") yield piece;
  }
}
