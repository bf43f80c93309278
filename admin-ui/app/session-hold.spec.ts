import { expect, it, vi } from "vitest";
import { createSessionHold } from "./session-hold.js";

it("lets a page go where nothing is held", () => {
  const session = createSessionHold().getState();
  expect(session.end()).toBe(false);
  session.hold(() => undefined)();
  expect(session.end()).toBe(false);
});

it("asks while work is held, and goes on with it after", () => {
  const store = createSessionHold();
  const resume = vi.fn();
  store.getState().hold(resume);
  expect(store.getState().end()).toBe(true);
  expect(store.getState().isAsking).toBe(true);
  expect(resume).not.toHaveBeenCalled();
  store.getState().resume();
  expect(resume).toHaveBeenCalledOnce();
  expect(store.getState().isAsking).toBe(false);
});

it("is over for good when another session takes its place", () => {
  const store = createSessionHold();
  expect(store.getState().isOver).toBe(false);
  store.getState().finish();
  expect(store.getState().isOver).toBe(true);
});
