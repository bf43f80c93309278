import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from "type-graphql";
import { allows, authorize } from "../../kernel/policy.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { mutationPayload, signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { readHolidayInput } from "./calendar-definition-input.js";
import { SaveHolidaysInput } from "./calendar-inputs.js";
import { DeadlinePreviewPayload, HolidaysPayload } from "./calendar-payloads.js";
import { HolidayYear } from "./calendar-types.js";
import { checkedYear } from "./checked-year.js";
import { previewDeadlines } from "./deadline-preview.js";
import { type HolidayService, holidaysOfYear, revisionOfYear } from "./holiday-service.js";

/** The national holidays and joint leave, for every office. */
@Resolver(() => HolidayYear)
export class HolidayResolver {
  constructor(
    private readonly holidayService: HolidayService,
    private readonly versions: EnactedVersions,
  ) {}

  @Query(() => HolidayYear, { description: "The national holidays and joint leave of a year." })
  holidays(
    @Ctx() scope: RequestScope,
    @Arg("year", () => Int, { description: "2000 to 2199." }) year: number,
  ): Promise<HolidayYear> {
    authorize(scope.ctx, "holidays.read");
    return viewYear(scope, checkedYear(year));
  }

  @Query(() => DeadlinePreviewPayload, {
    description: "How many open deadlines saving these holidays would move. For admins.",
  })
  previewHolidays(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SaveHolidaysInput, { description: "What would be saved." })
    input: SaveHolidaysInput,
  ): Promise<DeadlinePreviewPayload> {
    return signedInPayload(scope.ctx, DeadlinePreviewPayload, async (payload) => {
      authorize(scope.ctx, "calendar.edit");
      const candidate = { holidays: { year: input.year, days: readHolidayInput(input) } };
      payload.preview = await previewDeadlines(scope.reader, this.versions, candidate);
    });
  }

  @Mutation(() => HolidaysPayload, {
    description:
      "Saves the national holidays of a year, for every office; open deadlines follow. Audited. For admins.",
  })
  async saveHolidays(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SaveHolidaysInput, { description: "The whole year." })
    input: SaveHolidaysInput,
  ): Promise<HolidaysPayload> {
    const { ctx } = scope;
    const payload = await signedInPayload(ctx, HolidaysPayload, () =>
      this.holidayService.save(ctx, input),
    );
    const { userErrors } = payload;
    if (!userErrors.every(({ code }) => code === "CONFLICT")) return payload;
    return mutationPayload(ctx, HolidaysPayload, async (filled) => {
      filled.userErrors = userErrors;
      filled.holidays = await viewYear(scope, input.year);
    });
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may edit them." })
  canEdit(@Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "calendar.edit");
  }
}

async function viewYear({ reader }: RequestScope, year: number): Promise<HolidayYear> {
  const revision = await revisionOfYear(reader, year);
  return { year, revision, days: [...(await holidaysOfYear(reader, year))] };
}
