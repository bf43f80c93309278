import { expect, test } from "vitest";
import { OpenStreams } from "./open-streams.js";

test("bounds the streams of one asker, not of another, and counts closed ones no more", () => {
  const streams = new OpenStreams();
  const closers = Array.from({ length: 20 }, () => streams.open("a", () => undefined));
  expect(() => streams.open("a", () => undefined)).toThrow("RATE_LIMITED");
  streams.open("b", () => undefined);
  closers[0]?.();
  streams.open("a", () => undefined);
});

test("ends all that are open", () => {
  const streams = new OpenStreams();
  const ended: string[] = [];
  streams.open("a", () => ended.push("a"));
  const close = streams.open("b", () => ended.push("b"));
  close();
  streams.endAll();
  expect(ended).toEqual(["a"]);
});
