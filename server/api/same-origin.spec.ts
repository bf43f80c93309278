import { expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.js";

const host = "alur.local:4000";

test("believes the browser's own word first", () => {
  expect(isSameOrigin({ host, "sec-fetch-site": "same-origin" })).toBe(true);
  expect(isSameOrigin({ host, "sec-fetch-site": "none" })).toBe(true);
  expect(isSameOrigin({ host, "sec-fetch-site": "same-site" })).toBe(false);
  expect(isSameOrigin({ host, "sec-fetch-site": "cross-site", origin: `http://${host}` })).toBe(
    false,
  );
});

test("else compares the page's origin with the address that was asked", () => {
  expect(isSameOrigin({ host })).toBe(true);
  expect(isSameOrigin({ host, origin: `https://${host}` })).toBe(true);
  expect(isSameOrigin({ host, origin: "http://alur.local:5000" })).toBe(false);
  expect(isSameOrigin({ host, origin: "null" })).toBe(false);
  expect(isSameOrigin({ host, origin: "https://evil.example" })).toBe(false);
});
