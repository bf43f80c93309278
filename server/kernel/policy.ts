import type { Actor, Role, TokenScope } from "./actor.js";
import type { Context } from "./context.js";
import { Refusal } from "./refusal.js";

/** Nobody is signed in, or no longer: the API answers UNAUTHENTICATED. */
export class Unauthenticated extends Error {
  override readonly name = "Unauthenticated";

  constructor() {
    super("Not signed in");
  }
}

/**
 * What an action is done to. A rule that needs a fact which is not given refuses: leave out only what
 * the action has not got.
 */
export interface Subject {
  /** Whose SOP, case, task, person or token it is. */
  readonly officeId?: number;
  /** The person who is read or changed. */
  readonly personId?: number;
  /** The case's requester; `null` for one without an account. */
  readonly requesterId?: number | null;
  /** The position of the lane that is worked or started in; `null` for the requester's lane. */
  readonly positionId?: number | null;
  /** Who has claimed or done the task; `null` for nobody. */
  readonly assigneeId?: number | null;
}

type PersonActor = Extract<Actor, { type: "PERSON" }>;
type TokenActor = Extract<Actor, { type: "TOKEN" }>;
type PersonRule = (person: PersonActor, subject: Subject) => boolean;
type TokenRule = (token: TokenActor, subject: Subject) => boolean;

interface Rule {
  readonly person: PersonRule;
  /** Left out: a token may never. */
  readonly token?: TokenRule;
}

const anyPerson: PersonRule = () => true;

const anyOf =
  (...rules: readonly PersonRule[]): PersonRule =>
  (person, subject) =>
    rules.some((rule) => rule(person, subject));

const admin: PersonRule = (person) => person.roles.has("ADMIN");

const inOwnOffice =
  (...wanted: readonly Role[]): PersonRule =>
  (person, subject) =>
    subject.officeId === person.officeId && wanted.some((role) => person.roles.has(role));

/** Whoever holds a position works for the office; a mere requester does not. */
const performerOfOffice: PersonRule = (person, subject) =>
  subject.officeId === person.officeId && person.positionIds.size > 0;

const holderOfLane: PersonRule = (person, subject) =>
  typeof subject.positionId === "number" && person.positionIds.has(subject.positionId);

const ownRequest: PersonRule = (person, subject) => subject.requesterId === person.personId;

const requesterInLane: PersonRule = (person, subject) =>
  subject.positionId === null && ownRequest(person, subject);

/** The front desk acts for a requester who has no account, and for no other. */
const deskForRequester: PersonRule = (person, subject) =>
  subject.positionId === null &&
  subject.requesterId === null &&
  inOwnOffice("FRONT_DESK")(person, subject);

const assignee: PersonRule = (person, subject) => subject.assigneeId === person.personId;

const oneself: PersonRule = (person, subject) => subject.personId === person.personId;

/** One's own, for as long as one may still write notes there. */
const ownNote: PersonRule = (person, subject) =>
  oneself(person, subject) && inOwnOffice("APPROVER", "MANAGER")(person, subject);

const staff = inOwnOffice("APPROVER", "MANAGER", "FRONT_DESK");

const scoped =
  (scope: TokenScope): TokenRule =>
  (token, subject) =>
    subject.officeId === token.officeId && token.scopes.has(scope);

const tokenForRequester: TokenRule = (token, subject) =>
  subject.positionId === null &&
  subject.requesterId === null &&
  scoped("CASES_START")(token, subject);

/** With another secret a case can be read, so that whoever gives one may read it anyway. */
const readingTokenForRequester: TokenRule = (token, subject) =>
  tokenForRequester(token, subject) && scoped("CASES_READ")(token, subject);

const ofTokensOffice: TokenRule = (token, subject) => subject.officeId === token.officeId;

const readsCase = anyOf(
  admin,
  inOwnOffice("APPROVER", "MANAGER", "FRONT_DESK"),
  performerOfOffice,
  holderOfLane,
  assignee,
  ownRequest,
);

/**
 * The one table of who may do what. What it does not name is refused, and so is every token where
 * only persons are named. Whether a thing is in a state for it is not asked here.
 */
const table = {
  "office.read": { person: anyPerson, token: ofTokensOffice },
  /** How the forms of its new SOPs are arranged. */
  "office.setFormColumns": { person: admin },
  /** How seriously it takes the rules of drawing that offices may choose about. */
  "office.setRuleLevels": { person: admin },
  /** Whether a missing linked document blocks its cases. */
  "office.setMissingRequirements": { person: admin },
  /** When people are reminded of the tasks of its SOPs. */
  "office.setReminders": { person: admin },
  /** To add one, and to change its name, government and clocks. */
  "office.create": { person: admin },
  "office.update": { person: admin },
  "position.read": { person: anyPerson, token: ofTokensOffice },
  /** To add one, change it, and take it out of use. Subject: officeId of the position. */
  "position.create": { person: admin },
  "position.update": { person: admin },
  "position.retire": { person: admin },
  /** To say who holds it (SK definitif). Subject: officeId of the position. */
  "position.appoint": { person: admin },
  /** To say who is acting in it (Plt./Plh.). Subject: officeId of the position. */
  "position.appointActing": { person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")) },
  /** Who held, holds and will hold it, and leave. Subject: officeId, and personId of whose it is. */
  "position.readAppointments": { person: anyOf(admin, oneself, staff, performerOfOffice) },
  /** What is or will be vacant, and what waits there. Subject: officeId of the position. */
  "position.readVacancy": { person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")) },
  /** Subject: personId of whoever is away. */
  "leave.report": { person: oneself },
  "leave.cancel": { person: anyOf(admin, oneself) },
  /** Subject: officeId and personId of the one who is read. */
  "person.read": { person: anyOf(admin, oneself, staff, performerOfOffice) },
  "person.create": { person: admin },
  "person.update": { person: admin },
  "person.setRoles": { person: admin },
  /** To another office. */
  "person.move": { person: admin },
  /** Many at once, with their positions. */
  "person.import": { person: admin },
  "person.resetPassword": { person: admin },
  "person.disable": { person: admin },
  /** Where somebody gets e-mails, and to know it. Subject: personId. */
  "person.setEmail": { person: anyOf(admin, oneself) },
  /** One's own password and language. Subject: personId. */
  "account.change": { person: oneself },

  /** One's own ways of looking at the worklist. Subject: personId. */
  "savedView.change": { person: oneself },

  /** What one is told of, and to mark it as read. Subject: personId. */
  "notification.read": { person: oneself },
  /** Whether e-mails go out, and why not. */
  "mail.readState": { person: admin },
  /** Who changed what about people, offices and settings. Nobody can change it. */
  "audit.read": { person: admin },
  /** When an office works. Subject: officeId; none: the calendar for all. */
  "calendar.read": { person: anyPerson, token: ofTokensOffice },
  "holidays.read": { person: anyPerson },
  /** Of offices and of the whole country. */
  "calendar.edit": { person: admin },

  "token.read": { person: admin },
  "token.create": { person: admin },
  "token.revoke": { person: admin },

  /** Which other systems are told what happens, and how that went. */
  "webhook.read": { person: admin },
  "webhook.change": { person: admin },

  /** What is or was in force. Subject: officeId. */
  "sop.read": { person: anyPerson, token: scoped("SOPS_READ") },
  /** Drafts, submissions and the notes on them. Subject: officeId. */
  "sop.readDraft": { person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")) },
  /** The review notes of what was enacted: the office's own affair. Subject: officeId. */
  "sop.readNotes": { person: anyOf(admin, staff, performerOfOffice) },
  "sop.create": { person: admin },
  /** When people are reminded of its tasks. Subject: officeId. */
  "sop.setReminders": { person: admin },
  "sop.editDraft": { person: admin },
  "sop.discardDraft": { person: admin },
  "sop.submit": { person: admin },
  /** Back to whoever drafts it, with a reason. */
  "sop.sendBack": { person: anyOf(admin, inOwnOffice("APPROVER")) },
  "sop.enact": { person: anyOf(admin, inOwnOffice("APPROVER")) },
  "sop.retire": { person: anyOf(admin, inOwnOffice("APPROVER")) },
  /** To take back what is enacted and not yet in force. */
  "sop.unschedule": { person: anyOf(admin, inOwnOffice("APPROVER")) },
  /** Whoever may read a draft may say something about it. */
  "sop.addNote": { person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")) },
  /** Subject: officeId, and personId of the note's author. */
  "sop.editNote": { person: anyOf(admin, ownNote) },
  "sop.resolveNote": { person: anyOf(admin, inOwnOffice("APPROVER")) },

  /**
   * Subject: officeId and requesterId, and positionId and assigneeId of a task of the case where one
   * is at hand: whoever has, or had, a part in a case may read it whole.
   */
  "case.read": { person: readsCase, token: scoped("CASES_READ") },
  /** Subject: officeId and the positionId of the start's lane (`null`: the requester's). */
  "case.start": { person: anyOf(holderOfLane, (_person, subject) => subject.positionId === null) },
  /** For a named requester without an account, in a requester's lane. Subject: as `case.start`. */
  "case.startOnBehalf": {
    person: (person, subject) =>
      typeof subject.positionId !== "number" && inOwnOffice("FRONT_DESK")(person, subject),
    token: (token, subject) =>
      typeof subject.positionId !== "number" && scoped("CASES_START")(token, subject),
  },
  /**
   * Another secret for whoever follows a case without an account; its requester has no need of one,
   * but was given it too. Subject: officeId and requesterId, positionId being `null`.
   */
  "receipt.reissue": {
    person: anyOf(ownRequest, deskForRequester),
    token: readingTokenForRequester,
  },
  "case.hold": { person: anyOf(admin, inOwnOffice("MANAGER")) },
  "case.resume": { person: anyOf(admin, inOwnOffice("MANAGER")) },
  "case.cancel": { person: anyOf(admin, inOwnOffice("MANAGER")) },

  /** What lay with whom and for how long, and the event logs of it. Subject: officeId. */
  "throughput.read": {
    person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")),
    token: scoped("CASES_READ"),
  },
  /** The same person by person: for whoever answers for them, in their own office only. */
  "throughput.readPeople": { person: inOwnOffice("MANAGER") },

  /** To bring a file; what may be done with a case decides who attaches it. Subject: officeId of whoever does. */
  "file.upload": { person: anyPerson, token: scoped("CASES_START") },

  /** Subject: officeId and requesterId of the case, positionId and assigneeId of the task. */
  "task.read": { person: readsCase, token: scoped("TASKS_READ") },
  /** Claim, release and complete. Subject: as `task.read`, requesterId being the task's. */
  "task.work": {
    person: anyOf(holderOfLane, requesterInLane, deskForRequester),
    token: tokenForRequester,
  },
  /** Hand a task to another holder of its lane. Subject: as `task.read`. */
  "task.delegate": { person: holderOfLane },
  /** Remind whoever has it, or could take it. Subject: as `task.read`. */
  "task.remind": { person: anyOf(admin, inOwnOffice("APPROVER", "MANAGER")) },
  /** Take it from whoever has claimed it, back to its lane. Subject: as `task.read`. */
  "task.release": { person: anyOf(admin, inOwnOffice("MANAGER")) },
} satisfies Record<string, Rule>;

export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

/** Whether `actor` may do `action` to `subject`. The server itself may do whatever the table names. */
export function allows(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (!Object.hasOwn(table, action)) return false;
  const rule: Rule = table[action];
  if (actor.type === "PERSON") return rule.person(actor, subject);
  if (actor.type === "TOKEN") return rule.token?.(actor, subject) ?? false;
  return actor.type === "SYSTEM";
}

/** Throws `Unauthenticated` for nobody, who must not learn from a refusal what there is and what not. */
export function requireSignedIn({ actor }: Context): Exclude<Actor, { type: "ANONYMOUS" }> {
  if (actor.type === "ANONYMOUS") throw new Unauthenticated();
  return actor;
}

/** The same for what only a person can do; programs are refused as FORBIDDEN. */
export function requirePerson(ctx: Context): PersonActor {
  const actor = requireSignedIn(ctx);
  if (actor.type !== "PERSON") throw new Refusal("FORBIDDEN");
  return actor;
}

/**
 * As `authorize`, but what the caller may not even read (`read` says by which action that is asked,
 * or answers it) is not there: NOT_FOUND of the argument `field`.
 */
export function authorizeChange(
  ctx: Context,
  action: Action,
  subject: Subject,
  { read, field }: { readonly read: Action | boolean; readonly field: string },
): void {
  if (allows(ctx.actor, action, subject)) return;
  const actor = requireSignedIn(ctx);
  const seen = typeof read === "boolean" ? read : allows(actor, read, subject);
  throw seen ? new Refusal("FORBIDDEN") : new Refusal("NOT_FOUND", field);
}

/** Throws `Unauthenticated` when nobody is signed in, and a FORBIDDEN refusal when it is not allowed. */
export function authorize(ctx: Context, action: Action, subject: Subject = {}): void {
  if (allows(ctx.actor, action, subject)) return;
  requireSignedIn(ctx);
  throw new Refusal("FORBIDDEN");
}
