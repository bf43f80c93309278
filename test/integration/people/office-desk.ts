import type { AnyData } from "../../harness/test-api.js";
import { CaseDriver } from "../cases/case-driver.js";

const answers = {
  createOffice: "office { id code name government timeZone revision }",
  updateOffice: "office { id code name government timeZone revision }",
  createPosition: "position { id code name isHead retired revision superior { id } }",
  updatePosition: "position { id code name isHead retired revision superior { id } }",
  setPositionRetired: "position { id retired revision holders { username } }",
  createPerson: "person { id username name nip roles revision } temporaryPassword",
  updatePerson: "person { id username name nip revision }",
  setPersonRoles: "person { id roles revision }",
  movePerson: "person { id roles office { code } revision } releasedTasks",
  setPersonDisabled: "person { id disabled } releasedTasks leftTasks vacantPositions { code }",
  importPeople:
    "counts { made changed positions holders } accounts { person { id username } temporaryPassword }",
  resetPassword: "temporaryPassword",
} as const;

/** Looks after offices, positions and people as the admin does, and knows the ids. */
export class OfficeDesk {
  constructor(readonly driver: CaseDriver) {}

  static async start(): Promise<OfficeDesk> {
    return new OfficeDesk(await CaseDriver.start());
  }

  act(name: keyof typeof answers, input: object, by = "admin"): Promise<AnyData> {
    return this.driver.mutate(by, name, input, answers[name]);
  }

  /** The same where it must not be refused. */
  async do(name: keyof typeof answers, input: object, by = "admin"): Promise<AnyData> {
    const payload = await this.act(name, input, by);
    if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
    return payload;
  }

  async office(code: string): Promise<AnyData> {
    const { offices } = await this.driver.gql(
      "admin",
      "{ offices { id code name government timeZone revision } }",
    );
    return offices.find((each: AnyData) => each.code === code);
  }

  async position(code: string): Promise<AnyData> {
    const { positions } = await this.driver.gql(
      "admin",
      `{ positions(includeRetired: true) {
        id code name isHead retired revision superior { id } holders { username } } }`,
    );
    return positions.find((each: AnyData) => each.code === code);
  }

  async person(username: string): Promise<AnyData> {
    const { people } = await this.driver.gql(
      "admin",
      `query ($search: String) { people(search: $search, first: 100) { nodes {
        id username name nip roles disabled revision claimedTaskCount office { id code }
        positions { code } } } }`,
      { search: username },
    );
    return people.nodes.find((each: AnyData) => each.username === username);
  }

  async entries(filter: object = {}, first = 50): Promise<AnyData[]> {
    const { auditEntries } = await this.driver.gql(
      "admin",
      `query ($filter: AuditFilter, $first: Int) { auditEntries(filter: $filter, first: $first) {
        nodes { seq at action actorType actorName actor { username } office { code } subjectType
          subjectName subjectId changes { field before after } } } }`,
      { filter, first },
    );
    return auditEntries.nodes;
  }
}
