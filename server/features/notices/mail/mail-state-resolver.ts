import { Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { authorize, requirePerson } from "../../../kernel/policy.js";
import { Refusal } from "../../../kernel/refusal.js";
import type { Locale } from "../../../kernel/context.js";
import type { MailSettings } from "../../../kernel/mail-settings.js";
import type { Database, Reader, Row } from "../../../persistence/database.js";
import { DateTime } from "../../../runtime/graphql/scalars.js";
import { UserError } from "../../../runtime/graphql/user-error.js";
import { mutationPayload } from "../../../runtime/mutation-payload.js";
import type { Outbox } from "../../../runtime/outbox/outbox.js";
import { RequestScope } from "../../../runtime/request-scope.js";
import { testMail } from "./test-mail.js";
import { mailChannel, type MailPayload } from "./smtp-channel.js";

@ObjectType({ simpleResolvers: true, description: "A mail that could not be sent, and why." })
export class FailedMail {
  @Field(() => String, { description: "Whom it was for." })
  to!: string;

  @Field(() => String, { description: "Its subject." })
  subject!: string;

  @Field(() => String, { nullable: true, description: "What the mail server said." })
  reason!: string | null;

  @Field(() => DateTime, { description: "When it was given up." })
  at!: number;
}

@ObjectType({ simpleResolvers: true, description: "Whether e-mails go out." })
export class MailState {
  @Field(() => Boolean, { description: "Whether this installation sends e-mails at all." })
  isOn!: boolean;

  @Field(() => String, { nullable: true, description: "From whom; null where it sends none." })
  from!: string | null;

  @Field(() => Int, { description: "How many wait to be sent." })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: "Since when the oldest waits." })
  oldestAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When one is tried again next." })
  nextAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the mail server last said of one that waits.",
  })
  lastError!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the last was sent." })
  lastSentAt!: number | null;

  @Field(() => [FailedMail], { description: "The last 20 that were given up, of 90 days." })
  givenUp!: FailedMail[];
}

@ObjectType({ simpleResolvers: true, description: "A mail to try whether they arrive." })
export class TestMailPayload {
  @Field(() => String, { nullable: true, description: "Where it goes." })
  sentTo?: string | null;

  @Field(() => [UserError], { description: "Why none is sent; empty when one is." })
  userErrors!: UserError[];
}

/** How e-mails fare, for the admin. */
@Resolver()
export class MailStateResolver {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly mail: MailSettings | null,
    private readonly baseUrl: string,
  ) {}

  @Query(() => MailState, { description: "Whether e-mails go out. For the admin." })
  async mailState(@Ctx() { ctx, reader }: RequestScope): Promise<MailState> {
    authorize(ctx, "mail.readState");
    const { mail } = this;
    return Object.assign(new MailState(), {
      isOn: mail !== null,
      from: mail && `${mail.from.name} <${mail.from.address}>`,
      ...(await readState(reader)),
      givenUp: await readGivenUp(reader),
    });
  }

  @Mutation(() => TestMailPayload, {
    description: "Writes an e-mail to the caller's own address, to try. For the admin.",
  })
  sendTestMail(@Ctx() scope: RequestScope): Promise<TestMailPayload> {
    const { ctx } = scope;
    return mutationPayload(ctx, TestMailPayload, async (payload) => {
      const { personId } = requirePerson(ctx);
      authorize(ctx, "mail.readState");
      if (!this.mail) throw new Refusal("MAIL_OFF");
      payload.sentTo = await this.database.unitOfWork.run(ctx, async (tx) => {
        const person = await tx.get<Row & { name: string; email: string | null; locale: Locale }>(
          "SELECT name, email, locale FROM person WHERE id = ?",
          [personId],
        );
        if (!person?.email) throw new Refusal("NO_EMAIL");
        const key = person.email.toLowerCase().slice(0, 200);
        const written = testMail({ ...person, address: person.email }, this.baseUrl);
        await this.outbox.enqueue(ctx, tx, { channel: mailChannel, key, payload: written });
        return person.email;
      });
    });
  }
}

async function readState(reader: Reader) {
  const waiting = await reader.get<
    Row & { count: number; oldestAt: number | null; nextAt: number | null }
  >(
    `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt, MIN(due_at) AS nextAt FROM outbox
      WHERE channel = ? AND is_waiting = 1`,
    [mailChannel],
  );
  const failed = await reader.get<Row & { reason: string }>(
    `SELECT last_error AS reason FROM outbox WHERE channel = ? AND is_waiting = 1
      AND last_error IS NOT NULL ORDER BY id DESC LIMIT 1`,
    [mailChannel],
  );
  const sent = await reader.get<Row & { at: number | null }>(
    "SELECT MAX(ended_at) AS at FROM outbox WHERE channel = ? AND outcome = 'DELIVERED'",
    [mailChannel],
  );
  return {
    waiting: waiting?.count ?? 0,
    oldestAt: waiting?.oldestAt ?? null,
    nextAt: waiting?.nextAt ?? null,
    lastError: failed?.reason ?? null,
    lastSentAt: sent?.at ?? null,
  };
}

async function readGivenUp(reader: Reader): Promise<FailedMail[]> {
  const rows = await reader.all<Row & { payload: string; reason: string | null; at: number }>(
    `SELECT payload, last_error AS reason, ended_at AS at FROM outbox
      WHERE channel = ? AND outcome = 'GIVEN_UP' ORDER BY ended_at DESC, id DESC LIMIT 20`,
    [mailChannel],
  );
  return rows.map(({ payload, reason, at }) => {
    const { to, subject } = JSON.parse(payload) as MailPayload;
    return Object.assign(new FailedMail(), { to: to.address, subject, reason, at });
  });
}
