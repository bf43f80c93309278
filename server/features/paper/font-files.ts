import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/** Arimo, whose widths the layout is measured with. TTF files, by face. */
export const fontFiles = {
  regular: resolve("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"),
  bold: resolve("@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf"),
} as const;

export const fontFamily = "Arimo";
