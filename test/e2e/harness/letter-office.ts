import { expect } from "vitest";
import { add, edge, node, remove, update } from "../../integration/sops/draft-desk.js";
import type { Desk } from "./desk.js";

/** Texts of the steps of the letter's SOP, as its form prints them. */
export const letterSteps = {
  ask: "Mengajukan surat permohonan",
  examine: "Memeriksa surat permohonan",
  sign: "Menandatangani surat balasan",
} as const;

interface Answer {
  readonly userErrors: readonly { readonly message: string }[];
  readonly [name: string]: unknown;
}

async function mutate<Payload>(
  desk: Desk,
  name: string,
  type: string,
  input: object,
  fields: string,
): Promise<Payload> {
  const answer = await desk.ask<Record<string, Answer>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { message } } }`,
    { input },
  );
  expect(answer[name]?.userErrors).toEqual([]);
  return answer[name] as Payload;
}

/**
 * Draws and enacts an SOP whose steps hand a document on: the requester asks, staff examines it and
 * sends it on or back, both staff and the head of division sign. Answers the SOP's id. `admin` and `kadis` are
 * signed in as these.
 */
export async function enactLetter(admin: Desk, kadis: Desk, title: string): Promise<string> {
  const { me, positions } = await admin.ask<{
    me: { office: { id: string } };
    positions: { id: string; code: string }[];
  }>("{ me { office { id } } positions { id code } }");
  const bound = (code: string) => ({
    bindingType: "POSITION",
    positionId: positions.find((one) => one.code === `trenggalek-kominfo.${code}`)?.id,
  });
  const created = await mutate<{
    sop: { id: string };
    version: { id: string; revision: number };
  }>(
    admin,
    "createSop",
    "CreateSopInput",
    { officeId: me.office.id, title },
    "sop { id } version { id revision }",
  );
  const signers = [{ laneKey: "staf", label: "Paraf" }, { laneKey: "kabid" }];
  const edits = [
    add("LANES", 0, { key: "pemohon", name: "Pemohon", bindingType: "REQUESTER" }),
    add("LANES", 1, { key: "staf", name: "Staf", ...bound("fungsional") }),
    add("LANES", 2, { key: "kabid", name: "Kabid", ...bound("kabid-aptika") }),
    remove("EDGES", "start-end"),
    update("NODES", node("start", "START", "pemohon", { text: "Mulai" })),
    update("NODES", node("end", "END", "kabid", { text: "Selesai" })),
    remove("LANES", "pelaksana"),
    add("OUTPUTS", 0, { key: "surat", name: "Surat permohonan" }),
    add(
      "NODES",
      1,
      node("ask", "ACTIVITY", "pemohon", { text: letterSteps.ask, outputs: ["surat"] }),
    ),
    add(
      "NODES",
      2,
      node("examine", "DECISION", "staf", {
        text: letterSteps.examine,
        standardTime: { value: 1, unit: "WORKING_DAY" },
        requirements: [{ text: "Surat permohonan", output: "surat" }, { text: "Fotokopi KTP" }],
      }),
    ),
    add("NODES", 3, node("sign", "ACTIVITY", null, { text: letterSteps.sign, parts: signers })),
    add("EDGES", 0, edge("start", "ask")),
    add("EDGES", 1, edge("ask", "examine")),
    add("EDGES", 2, edge("examine", "sign", "Ya")),
    add("EDGES", 3, edge("examine", "ask", "Tidak")),
    add("EDGES", 4, edge("sign", "end")),
  ];
  const { version } = await mutate<{ version: { id: string; revision: number } }>(
    admin,
    "editDraft",
    "EditDraftInput",
    { versionId: created.version.id, revision: created.version.revision, edits },
    "version { id revision }",
  );
  await mutate(
    kadis,
    "enactVersion",
    "EnactVersionInput",
    { versionId: version.id, revision: version.revision },
    "version { id }",
  );
  return created.sop.id;
}

/** Starts a case as whoever is signed in at the desk, and opens its first task. */
export async function startLetter(desk: Desk, sopId: string, title: string): Promise<string> {
  const { instance } = await mutate<{
    instance: { id: string; openTasks: { id: string }[] };
  }>(
    desk,
    "startInstance",
    "StartInstanceInput",
    { sopId, title },
    "instance { id openTasks { id } }",
  );
  await desk.open(`/tugas/${encodeURIComponent(instance.openTasks[0]?.id ?? "")}`);
  await desk.page.getByRole("heading", { level: 1, name: letterSteps.ask }).waitFor();
  return instance.id;
}

/** Opens the one open task of the case that stands at this step. */
export async function openStep(
  desk: Desk,
  caseId: string,
  step: keyof typeof letterSteps,
): Promise<void> {
  const { node: item } = await desk.ask<{
    node: { openTasks: { id: string; node: { key: string } }[] };
  }>("query ($id: ID!) { node(id: $id) { ... on Instance { openTasks { id node { key } } } } }", {
    id: caseId,
  });
  const task = item.openTasks.find(({ node: { key } }) => key === step);
  await desk.open(`/tugas/${encodeURIComponent(task?.id ?? "")}`);
  await desk.page.getByRole("heading", { level: 1, name: letterSteps[step] }).waitFor();
}

/** How often the case's log has each command. */
export async function commandsOf(desk: Desk, caseId: string): Promise<readonly string[]> {
  const { node: item } = await desk.ask<{ node: { history: { command: string }[] } }>(
    "query ($id: ID!) { node(id: $id) { ... on Instance { history { command } } } }",
    { id: caseId },
  );
  return item.history.map(({ command }) => command);
}
