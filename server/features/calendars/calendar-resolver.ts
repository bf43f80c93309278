import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { dayOfDate, daysOfYear, fieldText, fieldWords } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { mutationPayload, signedInPayload } from "../../runtime/mutation-payload.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { Office, officeById } from "../people/people-service.js";
import { listCalendarChanges } from "./calendar-change-list.js";
import { readCalendarInput } from "./calendar-definition-input.js";
import { DropWorkingCalendarInput, SaveWorkingCalendarInput } from "./calendar-inputs.js";
import { DeadlinePreviewPayload, WorkingCalendarPayload } from "./calendar-payloads.js";
import type { CalendarService } from "./calendar-service.js";
import {
  CalendarChange,
  CalendarChangeConnection,
  CalendarDay,
  CalendarFieldChange,
  WorkingCalendar,
} from "./calendar-types.js";
import { spansOf, viewCalendar } from "./calendar-view.js";
import { previewDeadlines } from "./deadline-preview.js";
import { holidaysOfYear } from "./holiday-service.js";
import { checkedYear } from "./checked-year.js";

/** When offices work. */
@Resolver(() => WorkingCalendar)
export class CalendarResolver {
  constructor(
    private readonly calendars: CalendarService,
    private readonly versions: EnactedVersions,
  ) {}

  @Query(() => WorkingCalendar, {
    description: "The calendar that an office goes by: its own, or the one for all offices.",
  })
  async workingCalendar(
    @Ctx() scope: RequestScope,
    @Arg("officeId", () => ID, {
      nullable: true,
      description: "The office; left out: the calendar of all offices that have none of their own.",
    })
    officeId?: string | null,
  ): Promise<WorkingCalendar> {
    const office = officeId == null ? null : fromGlobalId(officeId, "Office", "officeId");
    authorize(scope.ctx, "calendar.read", office === null ? {} : { officeId: office });
    return viewCalendar(scope.reader, office);
  }

  @Query(() => DeadlinePreviewPayload, {
    description: "How many open deadlines saving this calendar would move. For admins.",
  })
  previewWorkingCalendar(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SaveWorkingCalendarInput, { description: "What would be saved." })
    input: SaveWorkingCalendarInput,
  ): Promise<DeadlinePreviewPayload> {
    return signedInPayload(scope.ctx, DeadlinePreviewPayload, async (payload) => {
      authorize(scope.ctx, "calendar.edit");
      const officeId = idOfOffice(input.officeId);
      const definition = readCalendarInput(input, "");
      const candidate = { calendar: { officeId, definition } };
      payload.preview = await previewDeadlines(scope.reader, this.versions, candidate);
    });
  }

  @Mutation(() => WorkingCalendarPayload, {
    description:
      "Saves a working calendar as a new revision; open deadlines follow. Audited. For admins.",
  })
  saveWorkingCalendar(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SaveWorkingCalendarInput, { description: "The whole calendar." })
    input: SaveWorkingCalendarInput,
  ): Promise<WorkingCalendarPayload> {
    return this.#act(scope, input.officeId, (officeId) =>
      this.calendars.save(scope.ctx, officeId, input),
    );
  }

  @Mutation(() => WorkingCalendarPayload, {
    description:
      "Lets an office go by the calendar for all offices again; its own stays among its revisions. Audited. For admins.",
  })
  dropWorkingCalendar(
    @Ctx() scope: RequestScope,
    @Arg("input", () => DropWorkingCalendarInput, { description: "Which office." })
    input: DropWorkingCalendarInput,
  ): Promise<WorkingCalendarPayload> {
    return this.#act(scope, input.officeId, async (officeId) => {
      if (officeId === null) throw new Refusal("NOT_FOUND", "input.officeId");
      await this.calendars.drop(scope.ctx, officeId, input.expectedRevision);
    });
  }

  /** Saved or in conflict: the payload holds the calendar as it is now. */
  async #act(
    scope: RequestScope,
    office: string | null | undefined,
    work: (officeId: number | null) => Promise<void>,
  ): Promise<WorkingCalendarPayload> {
    const { ctx } = scope;
    const payload = await signedInPayload(ctx, WorkingCalendarPayload, async () => {
      authorize(ctx, "calendar.edit");
      await work(idOfOffice(office));
    });
    const isThere = payload.userErrors.every(({ code }) => code === "CONFLICT");
    if (!isThere) return payload;
    const { userErrors } = payload;
    return mutationPayload(ctx, WorkingCalendarPayload, async (filled) => {
      filled.userErrors = userErrors;
      filled.calendar = await viewCalendar(scope.reader, idOfOffice(office));
    });
  }

  @FieldResolver(() => Office, { nullable: true, description: "Whose; null of the one for all." })
  async office(@Root() it: WorkingCalendar, @Ctx() scope: RequestScope): Promise<Office | null> {
    return it.officeRowId === null ? null : scope.loaders.get(officeById).load(it.officeRowId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may edit it." })
  canEdit(@Ctx() { ctx }: RequestScope): boolean {
    return allows(ctx.actor, "calendar.edit");
  }

  @FieldResolver(() => [CalendarDay], {
    description: "Each day of a year, with whether it is worked and why.",
  })
  async days(
    @Root() it: WorkingCalendar,
    @Ctx() scope: RequestScope,
    @Arg("year", () => Int, { description: "2000 to 2199." }) year: number,
  ): Promise<CalendarDay[]> {
    const holidays = await holidaysOfYear(scope.reader, checkedYear(year));
    return daysOfYear(it.definition, holidays, year).map(
      ({ date, reason, names, hours, minutes }) => ({
        date: dayOfDate(date) ?? 0,
        isWorked: minutes > 0,
        minutes,
        reason,
        names: [...names],
        spans: spansOf(hours),
      }),
    );
  }

  @FieldResolver(() => CalendarChangeConnection, {
    description:
      "What changed in it and in what is for all offices, newest first. `totalCount` is null.",
  })
  changes(
    @Root() it: WorkingCalendar,
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<CalendarChange>> {
    return listCalendarChanges(scope.reader, it.officeRowId, page);
  }
}

@Resolver(() => CalendarChange)
export class CalendarChangeResolver {
  @FieldResolver(() => [CalendarFieldChange], { description: "What became another." })
  fields(
    @Root() { fieldChanges }: CalendarChange,
    @Ctx() { ctx }: RequestScope,
  ): CalendarFieldChange[] {
    const words = fieldWords[ctx.locale];
    return fieldChanges.map(({ field, before, after }) => ({
      field,
      before: fieldText(before, words),
      after: fieldText(after, words),
    }));
  }
}

const idOfOffice = (id: string | null | undefined): number | null =>
  id == null ? null : fromGlobalId(id, "Office", "input.officeId");
