import type { Database } from "../../persistence/database.js";
import { GuessLimiter, type GuessLimits } from "../../runtime/guess-limiter.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { AccountChanges } from "./account-changes.js";
import { AccountResolver } from "./account-resolver.js";
import { ActorService } from "./actor-service.js";
import { ApiTokenResolver } from "./api-token-resolver.js";
import { ApiTokenService } from "./api-token-service.js";
import {
  AppointmentResolver,
  PersonAppointmentsResolver,
  PositionAppointmentsResolver,
} from "./appointment-resolver.js";
import { AppointmentService } from "./appointment-service.js";
import { DisableService } from "./disable-service.js";
import { EmailResolver } from "./email-resolver.js";
import { EmailService } from "./email-service.js";
import type { HandOver } from "./hand-over.js";
import { ImportResolver } from "./import-resolver.js";
import { ImportService } from "./import-service.js";
import { LeaveResolver, PersonLeavesResolver } from "./leave-resolver.js";
import { LeaveService } from "./leave-service.js";
import { OfficeAdminResolver } from "./office-admin-resolver.js";
import { OfficeResolver } from "./office-resolver.js";
import { OfficeService, type ZoneFollower } from "./office-service.js";
import { PasswordHasher } from "./password-hasher.js";
import { PeopleReader } from "./people-reader.js";
import { PeopleService } from "./people-service.js";
import { PersonAdminResolver } from "./person-admin-resolver.js";
import { PersonResolver } from "./person-resolver.js";
import { PersonService } from "./person-service.js";
import { type PositionNeeds, PositionService } from "./position-service.js";
import { SignInResolver } from "./sign-in-resolver.js";
import { SignInService } from "./sign-in-service.js";
import { PositionVacancyResolver, VacancyResolver } from "./vacancy-resolver.js";

interface Parts {
  readonly database: Database;
  readonly now: () => number;
  readonly board: NoticeBoard;
  readonly signInLimits: Partial<GuessLimits> | undefined;
  /** What other features do for people, who know them by these interfaces alone. */
  readonly zoneFollower: ZoneFollower;
  readonly handOver: HandOver;
  readonly positionNeeds: PositionNeeds;
}

/** Wires accounts and tokens, people and offices, and who holds which position when. */
export function composePeople({ database, now, board, signInLimits, ...others }: Parts) {
  const { zoneFollower, handOver, positionNeeds } = others;
  const accountChanges = new AccountChanges();
  const hasher = new PasswordHasher();
  const limiter = new GuessLimiter(signInLimits);
  const reader = new PeopleReader();
  return {
    resolvers: [
      new SignInResolver(new SignInService(database, hasher, limiter, accountChanges)),
      new AccountResolver(new PeopleService(database, hasher, limiter, accountChanges)),
      new PersonResolver(reader),
      new PersonAdminResolver(
        new PersonService(database, hasher, accountChanges, handOver),
        new DisableService(database, accountChanges, handOver),
      ),
      new ImportResolver(new ImportService(database, hasher, accountChanges)),
      new OfficeAdminResolver(
        new OfficeService(database, zoneFollower),
        new PositionService(database, accountChanges, positionNeeds),
      ),
      new OfficeResolver(reader),
      new EmailResolver(new EmailService(database)),
      new AppointmentResolver(new AppointmentService(database, accountChanges, board)),
      new PositionAppointmentsResolver(),
      new PersonAppointmentsResolver(),
      new LeaveResolver(new LeaveService(database, accountChanges, board)),
      new PersonLeavesResolver(),
      new VacancyResolver(reader),
      new PositionVacancyResolver(),
      new ApiTokenResolver(new ApiTokenService(database, accountChanges), reader),
    ],
    actors: new ActorService(database, accountChanges, now),
    accountChanges,
    hasher,
  };
}
