import type { Page } from "playwright-core";

/** What the page itself saw, in ms. */
export interface Recorded {
  /** From one frame in which the pointer had moved to the next frame. */
  readonly frames: readonly number[];
  /** From a key's press to after the frame that shows it. */
  readonly keys: readonly number[];
}

interface Recorder {
  frames: number[];
  keys: number[];
  isOn: boolean;
}

/**
 * Installs the recorder. It asks for a frame after each frame, so that frames follow one another as
 * fast as the whole pipeline lets them: a frame's time is what it cost, its painting included.
 */
export async function installRecorder(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recorder: Recorder = { frames: [], keys: [], isOn: false };
    (globalThis as unknown as { recorder: Recorder }).recorder = recorder;
    let hasMoved = false;
    let wasMoved = false;
    let last = 0;
    const onFrame = (): void => {
      const now = performance.now();
      if (recorder.isOn) {
        if (wasMoved) recorder.frames.push(now - last);
        requestAnimationFrame(onFrame);
      }
      wasMoved = hasMoved;
      hasMoved = false;
      last = now;
    };
    Object.assign(globalThis, {
      startFrames: () => {
        recorder.isOn = true;
        hasMoved = false;
        wasMoved = false;
        requestAnimationFrame(onFrame);
      },
    });
    addEventListener("pointermove", () => (hasMoved = true), { capture: true });
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // A message that is sent in a frame arrives after its painting.
          channel.port1.addEventListener("message", () => {
            recorder.keys.push(performance.now() - timeStamp);
            channel.port1.close();
          });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

export const startFrames = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { startFrames(): void }).startFrames());

/** What was recorded since the last time; recording of frames ends. */
export const takeRecorded = (page: Page): Promise<Recorded> =>
  page.evaluate(() => {
    const { recorder } = globalThis as unknown as { recorder: Recorder };
    recorder.isOn = false;
    const { frames, keys } = recorder;
    recorder.frames = [];
    recorder.keys = [];
    return { frames, keys };
  });
