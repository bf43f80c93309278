import { expect, test } from "vitest";
import { OpenStreams } from "./open-streams.js";

const idle = { end: () => undefined, refuse: () => undefined, isOfAsker: async () => true };

test("bounds the streams of one asker, not of another, and counts closed ones no more", () => {
  const streams = new OpenStreams();
  const closers = Array.from({ length: 20 }, () => streams.open("a", { ...idle }));
  expect(() => streams.open("a", { ...idle })).toThrow("RATE_LIMITED");
  streams.open("b", { ...idle });
  closers[0]?.();
  streams.open("a", { ...idle });
});

test("ends all that are open", () => {
  const streams = new OpenStreams();
  const ended: string[] = [];
  streams.open("a", { ...idle, end: () => void ended.push("a") });
  const close = streams.open("b", { ...idle, end: () => void ended.push("b") });
  close();
  streams.endAll();
  expect(ended).toEqual(["a"]);
});

test("ends those whose asker is gone, and not those of which that cannot be known", async () => {
  const streams = new OpenStreams();
  const ended: string[] = [];
  const told = (name: string) => () => void ended.push(name);
  let isSignedIn = true;
  streams.open("a", { ...idle, refuse: told("a"), isOfAsker: async () => isSignedIn });
  streams.open("b", { ...idle, refuse: told("b") });
  const unknown = () => Promise.reject(new Error("no database"));
  streams.open("c", { ...idle, refuse: told("c"), isOfAsker: unknown });
  await new OpenStreams().endOrphans();
  await streams.endOrphans();
  expect(ended).toEqual([]);
  const first = streams.endOrphans();
  isSignedIn = false;
  await Promise.all([first, streams.endOrphans()]);
  expect(ended).toContain("a");
  expect(ended).not.toContain("b");
  expect(ended).not.toContain("c");
});
