import { expect, it } from "vitest";
import { vmlSymbol } from "./vml-symbol.js";

const shape = (type: number, inside = ""): string =>
  `[if gte vml 1]><v:shape id="_x0000_s1026" type="#_x0000_t${type}" style='width:9pt'>${inside}</v:shape><![endif]`;

it("tells the shape that Word drew", () => {
  expect(vmlSymbol([shape(110)])).toBe("◇");
  expect(vmlSymbol([shape(109)])).toBe("□");
  expect(vmlSymbol([`[if gte vml 1]><v:rect id="r" style='width:9pt'/><![endif]`])).toBe("□");
});

it("takes the words in the shape before the shape", () => {
  const text = "<v:textbox><div><p class=MsoNormal><span>START</span>&nbsp;</p></div></v:textbox>";
  expect(vmlSymbol([shape(116, text)])).toBe("START");
});

it("says nothing of several shapes, of none, and of a line", () => {
  expect(vmlSymbol([shape(109), shape(110)])).toBeNull();
  expect(vmlSymbol(["StartFragment"])).toBeNull();
  expect(vmlSymbol([shape(32)])).toBeNull();
});
