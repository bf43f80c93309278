import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { ReminderRules } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows } from "../../kernel/policy.js";
import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { readReminders } from "../../runtime/reminders/reminder-book.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Office, officeById, OfficePayload } from "../people/people-service.js";
import { Reminders, SetOfficeRemindersInput, SetSopRemindersInput } from "./reminder-types.js";
import type { RemindersService } from "./reminders-service.js";
import { sopById } from "./sop-loaders.js";
import { SopPayload } from "./sop-payloads.js";
import { Sop } from "./sop-types.js";

const storedIn = (table: "sop" | "office"): LoaderDefinition<number, string | null> => ({
  name: `remindersOf:${table}`,
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number; reminders: string | null }>(
      `SELECT id, reminders FROM ${table} WHERE id IN (${placeholders(ids)})`,
      ids,
    );
    const found = new Map(rows.map(({ id, reminders }) => [id, reminders]));
    return ids.map((id) => found.get(id) ?? null);
  },
});
const [ofSop, ofOffice] = [storedIn("sop"), storedIn("office")];

/** When people are reminded of the tasks of an SOP. */
@Resolver(() => Sop)
export class SopRemindersResolver {
  constructor(private readonly reminders: RemindersService) {}

  @Mutation(() => SopPayload, {
    description: "Says when people are reminded of the tasks of an SOP. For the admin.",
  })
  setSopReminders(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetSopRemindersInput, { description: "Which SOP, and when." })
    input: SetSopRemindersInput,
  ): Promise<SopPayload> {
    return signedInPayload(scope.ctx, SopPayload, async (payload) => {
      const sopId = fromGlobalId(input.sopId, "Sop", "input.sopId");
      await this.reminders.setOfSop(scope.ctx, sopId, toRules(input.reminders));
      scope.loaders.clear();
      payload.sop = await loadOne(scope, sopById, sopId);
    });
  }

  @FieldResolver(() => Reminders, { description: "When people are reminded of its tasks." })
  async remindersInUse(@Root() sop: Sop, @Ctx() { loaders }: RequestScope): Promise<ReminderRules> {
    const [own, office] = await Promise.all([
      loaders.get(ofSop).load(sop.rowId),
      loaders.get(ofOffice).load(sop.officeId),
    ]);
    return readReminders(own, office);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it has reminders of its own; else they are its office's.",
  })
  async hasOwnReminders(@Root() sop: Sop, @Ctx() { loaders }: RequestScope): Promise<boolean> {
    return (await loaders.get(ofSop).load(sop.rowId)) !== null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may say when." })
  canSetReminders(@Root() sop: Sop, @Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "sop.setReminders", { officeId: sop.officeId });
  }
}

/** The same for all of an office's SOPs that have none of their own. */
@Resolver(() => Office)
export class OfficeRemindersResolver {
  constructor(private readonly reminders: RemindersService) {}

  @Mutation(() => OfficePayload, {
    description:
      "Says when people are reminded of the tasks of an office's SOPs that have no reminders of their own. For the admin.",
  })
  setOfficeReminders(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetOfficeRemindersInput, { description: "Which office, and when." })
    input: SetOfficeRemindersInput,
  ): Promise<OfficePayload> {
    return signedInPayload(scope.ctx, OfficePayload, async (payload) => {
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      await this.reminders.setOfOffice(scope.ctx, officeId, toRules(input.reminders));
      scope.loaders.clear();
      payload.office = await loadOne(scope, officeById, officeId);
    });
  }

  @FieldResolver(() => Reminders, {
    description: "When people are reminded of the tasks of its SOPs, unless one has it otherwise.",
  })
  async remindersInUse(@Root() office: Office, @Ctx() scope: RequestScope): Promise<ReminderRules> {
    return readReminders(await scope.loaders.get(ofOffice).load(office.rowId));
  }
}

/** GraphQL's input as the domain has it; that percent is only before is refused with the other faults. */
const toRules = (input: Reminders | null | undefined): ReminderRules | null =>
  input
    ? ({
        before: input.before ?? null,
        atDeadline: input.atDeadline,
        escalateAfter: input.escalateAfter ?? null,
      } as ReminderRules)
    : null;
