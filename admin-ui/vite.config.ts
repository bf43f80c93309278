import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = `http://127.0.0.1:${process.env["API_PORT"] ?? "4000"}`;

export default defineConfig({
  root: here("."),
  plugins: [react()],
  build: {
    outDir: here("../dist/ui"),
    emptyOutDir: true,
    // GraphiQL brings a whole code editor; it is a page of its own that nobody else loads.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { app: here("index.html"), graphiql: here("graphiql/index.html") },
      // GraphiQL's files carry a marker for a compiler that does not run here.
      onwarn(warning, warn) {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: {
      "/graphql": api,
      "/health": api,
      "/paper": api,
      "/uploads": api,
      "/export": api,
      // The interface has a folder of that name, whose sources come from here.
      "^/files/(?![^?]*\\.(?:tsx?|css)(?:\\?|$))": api,
    },
  },
});
