import { expect } from "vitest";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { type CaseDriver, instanceFields, taskFields } from "./case-driver.js";

const ofTask = `task { ${taskFields} } instance { id }`;
const ofInstance = `instance { ${instanceFields} }`;

/** Every mutation of a case that exists, and what is read of its payload. */
const acts = {
  completeTask: ofTask,
  claimTask: ofTask,
  releaseTask: ofTask,
  delegateTask: ofTask,
  holdInstance: ofInstance,
  resumeInstance: ofInstance,
  cancelInstance: ofInstance,
} as const;
export type Act = keyof typeof acts;

/** What can be done to a case, and that it is refused. */
export class RefusalCheck {
  constructor(private readonly driver: CaseDriver) {}

  /**
   * That the act is refused with this code, answers no object, and changes nothing of the case; and
   * that it names the argument at fault, where one is given.
   */
  refused = async (
    instance: AnyData,
    code: string,
    by: string | TestClient,
    act: Act,
    input: object,
    field?: string,
  ): Promise<void> => {
    const before = await this.driver.trace(instance.id);
    expect(before).not.toEqual({});
    const payload = await this.driver.mutate(by, act, input, acts[act]);
    expect(payload.userErrors.map((error: AnyData) => error.code)).toEqual([code]);
    if (field !== undefined) expect(payload.userErrors[0].field).toBe(field);
    expect(payload.userErrors[0].message).toMatch(/\S/);
    expect(payload.instance).toBeNull();
    expect(payload.task ?? null).toBeNull();
    expect(await this.driver.trace(instance.id)).toEqual(before);
  };

  /** The task, or else the case, after an act that is not refused. */
  done = async (by: string, act: Act, input: object): Promise<AnyData> => {
    const payload = await this.driver.mutate(by, act, input, acts[act]);
    expect(payload.userErrors).toEqual([]);
    return payload.task ?? payload.instance;
  };
}

export const firstTask = (instance: AnyData): AnyData => instance.openTasks[0];
