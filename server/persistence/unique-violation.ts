/**
 * A row would have been the second of its kind. `constraint` is the name that the migration gave it
 * ("uq_sop_number"). The statement had no effect, and the unit of work may go on.
 */
export class UniqueViolation extends Error {
  override readonly name = "UniqueViolation";

  constructor(
    readonly constraint: string,
    cause: unknown,
  ) {
    super(`${constraint} is violated`, { cause });
  }
}
