import { describe, expect, test } from "vitest";
import { buildGraph } from "../../../domain/sop/build-graph.js";
import { parseGlobalId } from "../../../server/kernel/global-id.js";
import { CaseUnderTest } from "../../walks/server/case-under-test.js";
import { serverWalks } from "../../walks/server/server-walks.js";
import { officeLanes, WalkOffice } from "../../walks/server/walk-office.js";
import { write } from "./people-of-the-test.js";

describe("random walks of several people at once", () => {
  test("leave what is stored, and a log that explains every answer", async () => {
    const { answers, faults, log } = await serverWalks(20, 1);
    expect(faults).toEqual([]);
    expect(log.faults).toBe(0);
    expect(log.instances).toBeGreaterThanOrEqual(20);
    const asked = new Set(answers);
    for (const mutation of [
      "claimTask",
      "completeTask",
      "returnTask",
      "recallTask",
      "holdInstance",
      "resumeInstance",
    ]) {
      expect(asked).toContain(`${mutation} done`);
    }
    expect(asked).toContain("claimTask ALREADY_CLAIMED");
    expect(asked).toContain("completeTask TASK_CLOSED");
    // Against hanging only.
  }, 300_000);
});

describe("a walk on a server that is wrong", () => {
  const graph = {
    ...buildGraph(
      [
        ["start", "start", ["l0"]],
        ["work", "activity", ["l0"]],
        ["end", "end", ["l0"]],
      ],
      [
        ["start", "work"],
        ["work", "end"],
      ],
    ),
    lanes: officeLanes(1),
  };

  test("sees an answer that nothing explains, and what was stored behind the log", async () => {
    const office = await WalkOffice.open();
    try {
      const sopId = await office.enact(graph);
      const [person = 0, other = 0] = office.people;
      const started = await office.ask(
        person,
        "startInstance",
        { sopId },
        { fields: "instance { id }" },
      );
      const one = new CaseUnderTest(office, parseGlobalId(started.payload.instance.id)!.id, graph);
      await one.follow();
      const claim = (by: number) => ({
        who: by,
        mutation: "claimTask",
        type: "TaskActionInput",
        input: { taskId: started.payload.instance.id },
        command: { type: "CLAIM", task: 1, by } as const,
      });
      // The id is that of the case, so it is NOT_FOUND, which a claim of its only task never is.
      await expect(one.together([claim(person), claim(other)])).rejects.toThrow(
        "is NOT_FOUND, which it was at no time",
      );
      await write(office.api, "UPDATE instance SET state = ? WHERE id = ?", [
        JSON.stringify({ ...one.run.state, status: "HELD" }),
        one.instanceId,
      ]);
      await expect(one.follow()).rejects.toThrow('status: "HELD", not "RUNNING"');
    } finally {
      await office.close();
    }
  });
});
