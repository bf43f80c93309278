/** What a number is about: the case as a whole, a step in a lane, a hand-over, a person in a lane. */
export type Subject = string;
/** What of it is counted, or added up in milliseconds. */
export type Measure = string;
/** Numbers of one subject, none of them 0. */
export type Numbers = Readonly<Record<Measure, number>>;
/** A local day, since 1970-01-01. */
export type Day = number;

/**
 * Integers by day, subject and measure. Tallies of cases are added to one another, and what was added
 * can be taken away again, so that a sum of them is always what its cases say now.
 */
export class Tally {
  readonly #days = new Map<Day, Map<Subject, Map<Measure, number>>>();

  static fromJSON(days: TallyJson): Tally {
    const tally = new Tally();
    for (const [day, subjects] of days) {
      for (const [subject, numbers] of Object.entries(subjects)) {
        for (const [measure, value] of Object.entries(numbers)) {
          tally.add(day, subject, measure, value);
        }
      }
    }
    return tally;
  }

  add(day: Day, subject: Subject, measure: Measure, value: number): void {
    if (value === 0) return;
    let subjects = this.#days.get(day);
    if (!subjects) this.#days.set(day, (subjects = new Map()));
    let numbers = subjects.get(subject);
    if (!numbers) subjects.set(subject, (numbers = new Map()));
    const sum = (numbers.get(measure) ?? 0) + value;
    if (sum !== 0) numbers.set(measure, sum);
    else numbers.delete(measure);
  }

  /** Adds another one, or takes it away. */
  addAll(other: Tally, sign: 1 | -1 = 1): void {
    for (const [day, subject, measure, value] of other.entries()) {
      this.add(day, subject, measure, sign * value);
    }
  }

  *entries(): IterableIterator<[Day, Subject, Measure, number]> {
    for (const [day, subjects] of this.#days) {
      for (const [subject, numbers] of subjects) {
        for (const [measure, value] of numbers) yield [day, subject, measure, value];
      }
    }
  }

  toJSON(): TallyJson {
    const days: TallyJson = [];
    for (const [day, subjects] of this.#days) {
      const written: Record<Subject, Numbers> = {};
      for (const [subject, numbers] of subjects) {
        if (numbers.size > 0) written[subject] = Object.fromEntries(numbers);
      }
      if (Object.keys(written).length > 0) days.push([day, written]);
    }
    return days;
  }
}

export type TallyJson = [Day, Record<Subject, Numbers>][];
