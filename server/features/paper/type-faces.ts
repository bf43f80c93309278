import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";
import type { TextShape } from "../../../domain/index.js";

/** A face that texts are set in. */
export interface TypeFace {
  readonly name: string;
  readonly font: Font;
}

const { resolve } = createRequire(import.meta.url);

/** The layout measures without kerning. What Arabic needs to be joined is on all the same. */
export const unkerned = { kern: false, liga: false };

function openFace(name: string, file: string): TypeFace {
  const font = openSync(resolve(file));
  if (!("layout" in font)) throw new Error(`${file} has many faces`);
  const layOut = font.layout.bind(font);
  // Who asks for no features by name gets the layout's, and may remember each word.
  return {
    name,
    font: Object.assign(font, {
      layout: (text: string, features: Parameters<Font["layout"]>[1] = unkerned) =>
        layOut(text, features),
    }),
  };
}

/** Arimo, whose widths the layout is measured with, and what stands in for the characters it lacks. */
export const typeFaces: Record<TextShape["face"], readonly TypeFace[]> = {
  regular: [
    openFace("regular", "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"),
    openFace("regular stand-in", "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  ],
  bold: [
    openFace("bold", "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf"),
    openFace("bold stand-in", "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  ],
};
