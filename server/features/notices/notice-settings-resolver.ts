import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requirePerson } from "../../kernel/policy.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { noticeKinds } from "../../runtime/notices/notice-kinds.js";
import { RequestScope } from "../../runtime/request-scope.js";
import type { NoticeService } from "./notice-service.js";
import { isToldBy, kindsFor, readNoticeSetting } from "./notice-setting.js";
import {
  NotificationSettings,
  NotificationSettingsPayload,
  type NotificationSwitch,
  SetNotificationSettingsInput,
} from "./notice-types.js";

/** How one wants to be told. */
@Resolver()
export class NoticeSettingsResolver {
  constructor(
    private readonly notices: NoticeService,
    private readonly mailIsOn: boolean,
  ) {}

  @Query(() => NotificationSettings, { description: "How the caller wants to be told." })
  async notificationSettings(@Ctx() scope: RequestScope): Promise<NotificationSettings> {
    const { personId, roles } = requirePerson(scope.ctx);
    const setting = await readNoticeSetting(scope.reader, personId);
    const person = await scope.reader.get<{ email: string | null }>(
      "SELECT email FROM person WHERE id = ?",
      [personId],
    );
    return Object.assign(new NotificationSettings(), {
      mailIsOn: this.mailIsOn,
      email: person?.email ?? null,
      mailMode: setting.mailMode,
      kinds: kindsFor(roles).map((kind): NotificationSwitch => ({
        kind,
        group: noticeKinds[kind].group,
        inApp: isToldBy(setting, kind, "inApp"),
        mail: isToldBy(setting, kind, "mail"),
      })),
    });
  }

  @Mutation(() => NotificationSettingsPayload, {
    description: "Says how the caller wants to be told, of every kind.",
  })
  setNotificationSettings(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetNotificationSettingsInput, { description: "All of it." })
    input: SetNotificationSettingsInput,
  ): Promise<NotificationSettingsPayload> {
    return signedInPayload(scope.ctx, NotificationSettingsPayload, async (payload) => {
      await this.notices.setSettings(scope.ctx, input);
      payload.settings = await this.notificationSettings(scope);
    });
  }
}
