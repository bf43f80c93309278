import { describe, expect, it } from "vitest";
import { TimeDice } from "./random-times.js";
import { Agenda } from "./agenda.js";

describe("an agenda", () => {
  it("passes everything in the order of time, also what is entered meanwhile", () => {
    const dice = new TimeDice(1);
    const agenda = new Agenda();
    const passed: number[] = [];
    for (let entry = 0; entry < 500; entry += 1) {
      agenda.enter(dice.below(1000), (at) => {
        passed.push(at);
        if (dice.chance(0.5)) agenda.enter(at + dice.below(50), (later) => passed.push(later));
      });
    }
    while (agenda.next < Infinity) agenda.pass();
    expect(passed.length).toBeGreaterThan(600);
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
  });

  it("keeps the order in which things of one moment were entered", () => {
    const agenda = new Agenda();
    const passed: number[] = [];
    for (let entry = 0; entry < 50; entry += 1) agenda.enter(7, () => passed.push(entry));
    while (agenda.next < Infinity) agenda.pass();
    expect(passed).toEqual(passed.toSorted((a, b) => a - b));
  });
});
