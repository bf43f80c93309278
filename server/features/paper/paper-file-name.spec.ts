import { describe, expect, it } from "vitest";
import { contentDisposition, paperFileName } from "./paper-file-name.js";

describe("paperFileName", () => {
  it("takes out what a file system refuses", () => {
    expect(paperFileName(["SOP", "060/ 020 /406.020/2023", 'A "b" <c>', "v1"], "pdf")).toBe(
      "SOP 060- 020 -406.020-2023 A -b- -c- v1.pdf",
    );
    expect(paperFileName(["SOP", "", "..\\..\\etc\r\nx: y", ""], "svg")).toBe(
      "SOP ..-..-etc-x- y.svg",
    );
  });

  it("stays short, and never cuts an emoji in two", () => {
    const name = paperFileName(["🙂".repeat(500)], "png");
    expect([...name].length).toBe(124);
    expect(encodeURIComponent(name)).toContain("%F0%9F%99%82");
  });
});

describe("contentDisposition", () => {
  it("says the name in ASCII and in full", () => {
    expect(contentDisposition("Naskah é'(1).pdf")).toBe(
      `attachment; filename="Naskah _'(1).pdf"; filename*=UTF-8''Naskah%20%C3%A9%27%281%29.pdf`,
    );
  });
});
