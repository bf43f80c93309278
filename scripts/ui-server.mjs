import { createServer } from "vite";
import { projectRoot } from "./project-root.mjs";

/** The UI with hot reload; what is not a file of the UI is asked of the server of `npm run dev`. */
const api = `http://127.0.0.1:${process.env.PORT ?? "4000"}`;
const server = await createServer({
  root: `${projectRoot}admin-ui`,
  server: {
    proxy: { "^/(graphql|graphiql|health|uploads?|events|print|api)(/|\\?|$)": { target: api } },
  },
});
await server.listen();
server.printUrls();
const stop = async () => {
  await server.close();
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
