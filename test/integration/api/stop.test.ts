import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { HttpFront } from "../../../server/api/http-front.js";
import { StartupError } from "../../../server/kernel/startup-error.js";
import { startTransportApi } from "../../harness/transport-api.js";

test("a stop lets the running request finish and takes no new one", async () => {
  const api = await startTransportApi();
  const running = api.post({ query: "{ slow }" });
  await expect.poll(() => api.controls.release).not.toBeNull();
  const stopped = api.stop();
  await expect(fetch(`${api.url}/health`)).rejects.toThrow("fetch failed");
  api.controls.release?.();
  expect((await running).body.data).toEqual({ slow: "done" });
  await stopped;
});

test("a stop cuts off what does not finish in time", async () => {
  const api = await startTransportApi();
  const running = api.post({ query: "{ slow }" });
  const outcome = running.catch((error: Error) => error.message);
  await expect.poll(() => api.controls.release).not.toBeNull();
  await api.api.close(200);
  expect(await outcome).toBe("fetch failed");
});

test("an address that cannot be had is one clear line", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const taken = await HttpFront.listen("127.0.0.1", port).catch((error: unknown) => error);
  other.close();
  expect(taken).toBeInstanceOf(StartupError);
  expect((taken as Error).message).toContain(`Port ${port} on 127.0.0.1 is in use`);
  expect((taken as Error).message).not.toContain("\n");
  const foreign = await HttpFront.listen("203.0.113.7", 0).catch((error: unknown) => error);
  expect((foreign as Error).message).toContain("not an address of this machine");
});

test("a front that is not ready answers 503, in the shape of what was asked", async () => {
  const front = await HttpFront.listen("127.0.0.1", 0);
  const url = `http://127.0.0.1:${front.port}`;
  const response = await fetch(`${url}/health`);
  expect([response.status, await response.json()]).toEqual([503, { status: "starting" }]);
  const refused = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "accept-language": "en", "x-request-id": "asked-by-me" },
    body: "x".repeat(1_000_000),
  });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await refused.json()).toEqual({
    errors: [
      {
        message: "Alur is getting ready.",
        extensions: { code: "STARTING", requestId: "asked-by-me" },
      },
    ],
  });
  await front.close(100);
});

test("an API that leaves the socket answers what runs, and nothing new", async () => {
  const api = await startTransportApi();
  const running = api.post({ query: "{ slow }" });
  await expect.poll(() => api.controls.release).not.toBeNull();
  const left = api.api.leave("RESTORING", 5000);
  const refused = await api.post({ query: "{ who }" });
  expect(refused.status).toBe(503);
  expect(refused.body.errors?.[0]?.extensions["code"]).toBe("RESTORING");
  api.controls.release?.();
  expect((await running).body.data).toEqual({ slow: "done" });
  await left;
  const health = await fetch(`${api.url}/health`);
  expect([health.status, await health.json()]).toEqual([503, { status: "restoring" }]);
  await api.stop();
});

test("a frontend of the allow-list reads why nothing is answered, as it reads an answer", async () => {
  const frontend = "https://portal.go.id";
  const api = await startTransportApi({ corsOrigins: [frontend] });
  const preflight = async (origin: string) => {
    const { status, headers } = await fetch(`${api.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
    const ofCors = [...headers].filter(([name]) => /^access-control-|^vary$/.test(name));
    return { status, cors: Object.fromEntries(ofCors) };
  };
  const before = await preflight(frontend);
  expect(before.status).toBe(204);
  const served = await api.post({ query: "{ who }" }, { origin: frontend });
  await api.api.leave("RESTORING", 1000);
  expect((await preflight(frontend)).cors).toMatchObject({
    "access-control-allow-origin": frontend,
    "access-control-allow-methods": before.cors["access-control-allow-methods"],
    "access-control-allow-headers": before.cors["access-control-allow-headers"],
    "access-control-max-age": before.cors["access-control-max-age"],
  });
  expect((await preflight(frontend)).status).toBe(204);
  expect(await preflight("https://evil.example")).toEqual({
    status: 503,
    cors: { vary: "Origin" },
  });
  const paused = await api.post({ query: "{ who }" }, { origin: frontend });
  expect(paused.status).toBe(503);
  for (const name of ["access-control-allow-origin", "access-control-expose-headers"]) {
    expect(paused.headers.get(name)).toBe(served.headers.get(name));
  }
  const other = await api.post({ query: "{ who }" }, { origin: "https://evil.example" });
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
  await api.stop();
});

test("an API that leaves the socket cuts off what does not finish in time", async () => {
  const api = await startTransportApi();
  const outcome = api.post({ query: "{ slow }" }).catch((error: Error) => error.message);
  await expect.poll(() => api.controls.release).not.toBeNull();
  await api.api.leave("RESTORING", 200);
  expect(await outcome).toBe("fetch failed");
  await api.stop();
});
