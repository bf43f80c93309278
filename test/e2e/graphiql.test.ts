import { expect, test } from "vitest";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

test("GraphiQL works without a network, on the session of whoever is signed in", async () => {
  const desk = await office.current.desk();
  const elsewhere: string[] = [];
  await desk.context.route(
    (url) => url.protocol.startsWith("http") && url.origin !== office.current.url,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  await desk.signIn("budi");
  await desk.open("/graphiql");
  const tabs = desk.page.getByRole("tab");
  await tabs.first().waitFor();
  await expect.poll(() => tabs.count()).toBeGreaterThanOrEqual(5);
  // The editor is there once it shows the first example; before, choosing a tab has no effect.
  const editor = desk.page.locator(".graphiql-query-editor");
  await editor.getByText("SignInInput").first().waitFor();
  await tabs.filter({ hasText: "MyTasks" }).click();
  await editor.getByText("totalCount").first().waitFor();
  await desk.page.getByRole("button", { name: /Execute query/ }).click();
  const answer = desk.page.locator(".graphiql-response");
  await expect.poll(() => answer.innerText()).toContain('"data"');
  await expect.poll(() => answer.innerText()).not.toContain('"errors"');
  expect(elsewhere).toEqual([]);
});
