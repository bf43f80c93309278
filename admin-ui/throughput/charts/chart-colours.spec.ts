import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const css = readFileSync(fileURLToPath(new URL("../../app/colours.css", import.meta.url)), "utf8");
const [day = "", night = ""] = css.split("@media screen");
const themes = { day, night };

type Rgb = readonly [number, number, number];

function colourOf(theme: string, name: string): Rgb {
  const [, hex] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(theme) ?? [];
  if (hex === undefined) throw new Error(`No --${name}`);
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: Rgb, other: Rgb): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Full dichromacy after Machado, Oliveira and Fernandes (2009), on linear RGB. */
const sights: Readonly<Record<string, readonly Rgb[]>> = {
  "full sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* of what somebody sees of a colour. */
function seen(colour: Rgb, sight: readonly Rgb[]): Rgb {
  const light = colour.map(linear) as unknown as Rgb;
  const [r, g, b] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2])),
  ) as [number, number, number];
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27) * (value / 116) + 16 / 116;
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

/** A just noticeable difference is about 2.3; side by side in a drawing it must be far more. */
const farEnough = 15;

const chart = [1, 2, 3, 4, 5, 6].map((number) => `chart-${number}`);
const heat = [1, 2, 3, 4, 5].map((number) => `heat-${number}`);

describe.each(Object.entries(themes))("the colours of charts by %s", (_, theme) => {
  it.each(Object.entries(sights))("are told apart with %s", (_name, sight) => {
    const colours = chart.map((name) => seen(colourOf(theme, name), sight));
    const near = colours.flatMap((one, at) =>
      colours
        .slice(at + 1)
        .map(
          (other, more) => [`${chart[at]} ${chart[at + more + 1]}`, distance(one, other)] as const,
        )
        .filter(([, far]) => far < farEnough),
    );
    expect(near).toEqual([]);
  });

  it.each(Object.entries(sights))("of heat grow evenly with %s", (_name, sight) => {
    const lightness = heat.map((name) => seen(colourOf(theme, name), sight)[0]);
    const steps = lightness.slice(1).map((one, at) => one - (lightness[at] ?? 0));
    expect(new Set(steps.map(Math.sign)).size).toBe(1);
    expect(Math.min(...steps.map(Math.abs))).toBeGreaterThan(4);
  });

  it("stand out from the sheet, and words on heat from it", () => {
    const sheet = colourOf(theme, "sheet");
    for (const name of chart) {
      expect(contrast(colourOf(theme, name), sheet), name).toBeGreaterThanOrEqual(3);
    }
    for (const name of heat) {
      const words = colourOf(theme, `on-${name}`);
      expect(contrast(colourOf(theme, name), words), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});
