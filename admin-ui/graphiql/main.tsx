import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import type { Fetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-sse";
import { parse, getOperationAST } from "graphql";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { examples } from "./examples.js";

/** The cookie of the signed-in person counts here, too. */
const sse = createClient({ url: "/graphql/stream" });

const fetcher: Fetcher = async (request, options) => {
  const { query, variables } = request;
  const document = parse(query);
  const named = getOperationAST(document, request.operationName ?? null);
  // Just after a change of tab GraphiQL still sends the name of the tab before.
  const operation = named ?? getOperationAST(document, null);
  const operationName = operation?.name?.value ?? null;
  if (operation?.operation === "subscription") {
    return sse.iterate({ query, variables, operationName } as never) as never;
  }
  const answer = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", ...options?.headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return answer.json();
};

const root = document.getElementById("root");
if (root === null) throw new Error("graphiql/index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={examples}
      defaultEditorToolsVisibility="variables"
      forcedTheme="light"
      plugins={[HISTORY_PLUGIN]}
    >
      <GraphiQL.Logo>Alur</GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
