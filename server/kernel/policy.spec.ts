import { describe, expect, test } from "vitest";
import type { Actor, Role, TokenScope } from "./actor.js";
import { anonymous, tokenScopes } from "./actor.js";
import type { Context } from "./context.js";
import {
  type Action,
  actions,
  allows,
  authorize,
  type Subject,
  Unauthenticated,
} from "./policy.js";
import { Refusal } from "./refusal.js";

const HOME = 1;
const ELSEWHERE = 2;
const POSITION = 7;

const person = (
  personId: number,
  given: { roles?: Role[]; positions?: number[]; officeId?: number } = {},
): Actor => ({
  type: "PERSON",
  personId,
  name: `Person ${personId}`,
  officeId: given.officeId ?? HOME,
  roles: new Set(given.roles),
  positionIds: new Set(given.positions),
  sessionId: personId,
  mustChangePassword: false,
});

const token = (scope: TokenScope): Actor => ({
  type: "TOKEN",
  tokenId: 1,
  name: scope,
  officeId: HOME,
  scopes: new Set([scope]),
});

const requesterId = 8;

/** Everybody who could ask. All but the guest belong to the office HOME. */
const actors = {
  admin: person(1, { roles: ["ADMIN"] }),
  approver: person(2, { roles: ["APPROVER"] }),
  manager: person(3, { roles: ["MANAGER"] }),
  desk: person(4, { roles: ["FRONT_DESK"] }),
  holder: person(5, { positions: [POSITION] }),
  colleague: person(6, { positions: [POSITION + 1] }),
  plain: person(7),
  requester: person(requesterId, { officeId: ELSEWHERE }),
  guest: person(9, { officeId: ELSEWHERE, positions: [POSITION + 2], roles: ["MANAGER"] }),
  sopsRead: token("SOPS_READ"),
  casesRead: token("CASES_READ"),
  casesStart: token("CASES_START"),
  tasksRead: token("TASKS_READ"),
  system: { type: "SYSTEM", name: "seeds" },
  anonymous,
} as const satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const people: Name[] = [
  ...["admin", "approver", "manager", "desk", "holder", "colleague", "plain"],
  ...["requester", "guest"],
] as Name[];
const tokens: Name[] = ["sopsRead", "casesRead", "casesStart", "tasksRead"];
const officeStaff: Name[] = ["admin", "approver", "manager", "desk", "holder", "colleague"];

/** What an action is done to, and everybody who may; whoever is not listed may not. */
const matrix: Record<Action, [what: string, subject: Subject, allowed: Name[]][]> = {
  "office.read": [
    ["the home office", { officeId: HOME }, [...people, ...tokens]],
    ["another office", { officeId: ELSEWHERE }, people],
  ],
  "office.setFormColumns": [["the home office", { officeId: HOME }, ["admin"]]],
  "office.setRuleLevels": [["the home office", { officeId: HOME }, ["admin"]]],
  "office.setMissingRequirements": [["the home office", { officeId: HOME }, ["admin"]]],
  "office.setReminders": [["the home office", { officeId: HOME }, ["admin"]]],
  "office.create": [["any", {}, ["admin"]]],
  "office.update": [["any", {}, ["admin"]]],
  "position.create": [["the home office's", { officeId: HOME }, ["admin"]]],
  "position.update": [["the home office's", { officeId: HOME }, ["admin"]]],
  "position.retire": [["the home office's", { officeId: HOME }, ["admin"]]],
  "position.read": [
    ["the home office's", { officeId: HOME }, [...people, ...tokens]],
    ["another office's", { officeId: ELSEWHERE }, people],
  ],
  "position.appoint": [
    ["the home office's", { officeId: HOME }, ["admin"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "position.appointActing": [
    ["the home office's", { officeId: HOME }, ["admin", "approver", "manager"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
    ["no office's", {}, ["admin"]],
  ],
  "position.readAppointments": [
    ["the home office's", { officeId: HOME }, officeStaff],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
    ["the plain one's", { officeId: HOME, personId: 7 }, [...officeStaff, "plain"]],
  ],
  "position.readVacancy": [
    ["the home office's", { officeId: HOME }, ["admin", "approver", "manager"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
  ],
  "leave.report": [
    ["the plain one's", { personId: 7 }, ["plain"]],
    ["nobody's", {}, []],
  ],
  "leave.cancel": [["the plain one's", { personId: 7 }, ["admin", "plain"]]],
  "person.read": [
    ["one of the home office", { officeId: HOME, personId: 99 }, officeStaff],
    ["one of another office", { officeId: ELSEWHERE, personId: 99 }, ["admin", "guest"]],
    ["the requester", { officeId: ELSEWHERE, personId: 8 }, ["admin", "guest", "requester"]],
    ["nobody in particular", {}, ["admin"]],
  ],
  "person.create": [["in the home office", { officeId: HOME }, ["admin"]]],
  "person.update": [["anybody", { personId: 99 }, ["admin"]]],
  "person.setRoles": [["anybody", { personId: 99 }, ["admin"]]],
  "person.move": [["anybody", { personId: 99 }, ["admin"]]],
  "person.import": [["in the home office", { officeId: HOME }, ["admin"]]],
  "audit.read": [["any", {}, ["admin"]]],
  "person.resetPassword": [["anybody", { personId: 99 }, ["admin"]]],
  "person.disable": [["anybody", { personId: 99 }, ["admin"]]],
  "person.setEmail": [
    ["anybody's", { officeId: HOME, personId: 99 }, ["admin"]],
    ["the plain one's", { officeId: HOME, personId: 7 }, ["admin", "plain"]],
  ],
  "notification.read": [
    ["the plain one's", { personId: 7 }, ["plain"]],
    ["nobody's", {}, []],
  ],
  "mail.readState": [["of the installation", {}, ["admin"]]],
  "account.change": [
    ["the plain one's", { personId: 7 }, ["plain"]],
    ["nobody's", {}, []],
  ],
  "savedView.change": [
    ["the plain one's", { personId: 7 }, ["plain"]],
    ["nobody's", {}, []],
  ],
  "calendar.read": [
    ["the home office's", { officeId: HOME }, [...people, ...tokens]],
    ["another office's", { officeId: ELSEWHERE }, people],
    ["the one for all", {}, people],
  ],
  "holidays.read": [["the national ones", {}, people]],
  "calendar.edit": [["any", {}, ["admin"]]],
  "token.read": [["any", {}, ["admin"]]],
  "token.create": [["any", {}, ["admin"]]],
  "token.revoke": [["any", {}, ["admin"]]],
  "webhook.read": [["any", {}, ["admin"]]],
  "webhook.change": [["any", {}, ["admin"]]],
  "sop.read": [
    ["the home office's", { officeId: HOME }, [...people, "sopsRead"]],
    ["another office's", { officeId: ELSEWHERE }, people],
  ],
  "sop.readDraft": [
    ["the home office's", { officeId: HOME }, ["admin", "approver", "manager"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
    ["no office's", {}, ["admin"]],
  ],
  "sop.readNotes": [
    ["the home office's", { officeId: HOME }, officeStaff],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
  ],
  "sop.create": [["the home office's", { officeId: HOME }, ["admin"]]],
  "sop.setReminders": [["the home office's", { officeId: HOME }, ["admin"]]],
  "sop.editDraft": [["the home office's", { officeId: HOME }, ["admin"]]],
  "sop.submit": [["the home office's", { officeId: HOME }, ["admin"]]],
  "sop.discardDraft": [["the home office's", { officeId: HOME }, ["admin"]]],
  "sop.sendBack": [
    ["the home office's", { officeId: HOME }, ["admin", "approver"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "sop.unschedule": [
    ["the home office's", { officeId: HOME }, ["admin", "approver"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "sop.addNote": [
    ["the home office's", { officeId: HOME }, ["admin", "approver", "manager"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
  ],
  "sop.editNote": [
    ["the manager's", { officeId: HOME, personId: 3 }, ["admin", "manager"]],
    ["one who has no part in drafts any more", { officeId: HOME, personId: 7 }, ["admin"]],
    ["another office's", { officeId: ELSEWHERE, personId: 3 }, ["admin"]],
    ["nobody's", { officeId: HOME }, ["admin"]],
  ],
  "sop.enact": [
    ["the home office's", { officeId: HOME }, ["admin", "approver"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "sop.retire": [
    ["the home office's", { officeId: HOME }, ["admin", "approver"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "sop.resolveNote": [
    ["the home office's", { officeId: HOME }, ["admin", "approver"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin"]],
  ],
  "case.read": [
    [
      "the home office's of the requester",
      { officeId: HOME, requesterId },
      [...officeStaff, "requester", "casesRead"],
    ],
    [
      "the home office's of nobody",
      { officeId: HOME, requesterId: null },
      [...officeStaff, "casesRead"],
    ],
    [
      "another office's with a lane of the position",
      { officeId: 3, requesterId: null, positionId: POSITION },
      ["admin", "holder"],
    ],
    ["another office's", { officeId: ELSEWHERE, requesterId: null }, ["admin", "guest"]],
    [
      "another office's with a task that the plain one did",
      { officeId: 3, requesterId: null, assigneeId: 7 },
      ["admin", "plain"],
    ],
  ],
  "case.start": [
    ["in the position's lane", { officeId: HOME, positionId: POSITION }, ["holder"]],
    ["in the requester's lane", { officeId: HOME, positionId: null }, people],
    ["in a lane not told", { officeId: HOME }, []],
  ],
  "case.startOnBehalf": [
    ["in the requester's lane", { officeId: HOME, positionId: null }, ["desk", "casesStart"]],
    ["in the position's lane", { officeId: HOME, positionId: POSITION }, []],
    ["of another office", { officeId: ELSEWHERE, positionId: null }, []],
  ],
  "file.upload": [["one's own", { officeId: HOME }, [...people, "casesStart"]]],
  "receipt.reissue": [
    [
      "of a requester with an account",
      { officeId: HOME, positionId: null, requesterId },
      ["requester"],
    ],
    [
      "of one without an account",
      { officeId: HOME, positionId: null, requesterId: null },
      ["desk"],
    ],
    ["in another office", { officeId: ELSEWHERE, positionId: null, requesterId: null }, []],
  ],
  "case.hold": [
    ["the home office's", { officeId: HOME, requesterId }, ["admin", "manager"]],
    ["another office's", { officeId: ELSEWHERE, requesterId }, ["admin", "guest"]],
  ],
  "case.resume": [
    ["the home office's", { officeId: HOME, requesterId }, ["admin", "manager"]],
    ["another office's", { officeId: ELSEWHERE, requesterId }, ["admin", "guest"]],
  ],
  "case.cancel": [
    ["the home office's", { officeId: HOME, requesterId }, ["admin", "manager"]],
    ["another office's", { officeId: ELSEWHERE, requesterId }, ["admin", "guest"]],
  ],
  "task.read": [
    [
      "in the requester's lane",
      { officeId: HOME, positionId: null, requesterId },
      [...officeStaff, "requester", "tasksRead"],
    ],
    [
      "in another office's lane of the position",
      { officeId: 3, positionId: POSITION, requesterId: null },
      ["admin", "holder"],
    ],
  ],
  "task.work": [
    ["in the position's lane", { officeId: HOME, positionId: POSITION, requesterId }, ["holder"]],
    [
      "in the position's lane of another office",
      { officeId: ELSEWHERE, positionId: POSITION, requesterId },
      ["holder"],
    ],
    ["in the requester's lane", { officeId: HOME, positionId: null, requesterId }, ["requester"]],
    [
      "in the lane of a requester without an account",
      { officeId: HOME, positionId: null, requesterId: null },
      ["desk", "casesStart"],
    ],
    [
      "in such a lane of another office",
      { officeId: ELSEWHERE, positionId: null, requesterId: null },
      [],
    ],
    ["in a lane not told", { officeId: HOME, requesterId: null }, []],
  ],
  "task.delegate": [
    ["in the position's lane", { officeId: HOME, positionId: POSITION, requesterId }, ["holder"]],
    ["in the requester's lane", { officeId: HOME, positionId: null, requesterId }, []],
  ],
  "throughput.read": [
    ["the home office's", { officeId: HOME }, ["admin", "approver", "manager", "casesRead"]],
    ["another office's", { officeId: ELSEWHERE }, ["admin", "guest"]],
  ],
  "throughput.readPeople": [
    ["the home office's", { officeId: HOME }, ["manager"]],
    ["another office's", { officeId: ELSEWHERE }, ["guest"]],
  ],
  "task.remind": [
    [
      "the home office's",
      { officeId: HOME, positionId: POSITION, assigneeId: 5 },
      ["admin", "approver", "manager"],
    ],
    ["another office's", { officeId: ELSEWHERE, positionId: POSITION }, ["admin", "guest"]],
  ],
  "task.release": [
    [
      "the home office's",
      { officeId: HOME, positionId: POSITION, assigneeId: 5 },
      ["admin", "manager"],
    ],
    ["another office's", { officeId: ELSEWHERE, positionId: POSITION }, ["admin", "guest"]],
  ],
};

test("the matrix has a row for every action", () => {
  expect(Object.keys(matrix).sort()).toEqual([...actions].sort());
});

describe.each(Object.keys(matrix) as Action[])("%s", (action) => {
  test.each(matrix[action])("%s", (_what, subject, allowed) => {
    const may = (Object.keys(actors) as Name[]).filter((name) =>
      allows(actors[name], action, subject),
    );
    expect(may.sort()).toEqual([...new Set<Name>([...allowed, "system"])].sort());
  });
});

test("a token does nothing outside its own office, whatever its scopes", () => {
  const all: Actor = { ...token("SOPS_READ"), scopes: new Set(tokenScopes) } as Actor;
  for (const action of actions) {
    const subject = { officeId: ELSEWHERE, positionId: null, requesterId: null };
    expect([action, allows(all, action, subject)]).toEqual([action, false]);
  }
});

test.each(["sop.burn", "", "__proto__", "toString", "constructor"])(
  "refuses to everybody what the table does not name: %j",
  (action) => {
    for (const actor of Object.values(actors)) {
      expect(allows(actor, action as Action, { officeId: HOME })).toBe(false);
    }
  },
);

describe("authorize", () => {
  const as = (actor: Actor): Context => ({ actor, locale: "id", requestId: "r", now: () => 0 });

  test("is silent where it is allowed", () => {
    expect(() => authorize(as(actors.admin), "sop.create", { officeId: HOME })).not.toThrow();
  });

  test("throws FORBIDDEN to somebody and Unauthenticated to nobody", () => {
    expect(() => authorize(as(actors.plain), "token.read")).toThrow(new Refusal("FORBIDDEN"));
    expect(() => authorize(as(anonymous), "token.read")).toThrow(Unauthenticated);
  });
});
