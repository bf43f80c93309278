import { expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.js";
import { checkNewPassword } from "./password-rule.js";

const check = (password: string) => () =>
  checkNewPassword(password, { username: "kepaladinas", current: "sandi lama 1" }, "input.new");

test.each([
  "sembilan9",
  "          ",
  "KepalaDinas",
  " kepaladinas ",
  "alur-demo",
  "sandi lama 1",
  "🔑🔑🔑🔑🔑🔑🔑🔑🔑",
])("is too weak: %j", (password) => {
  expect(check(password)).toThrow(new Refusal("WEAK_PASSWORD", "input.new", { min: 10 }));
});

test.each(["sepuluh-10", "kalimat yang panjang", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑", "x".repeat(200)])(
  "is strong enough: %j",
  (password) => {
    expect(check(password)).not.toThrow();
  },
);

test("is too long", () => {
  expect(check("x".repeat(201))).toThrow(new Refusal("TOO_LARGE", "input.new", { limit: 200 }));
});
