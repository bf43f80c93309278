import type { Role } from "../../kernel/actor.js";
import { readSeed } from "./seed-files.js";

/** `seeds/office/demo-office.json`; offices and positions are named by their codes. */
export interface DemoOffice {
  readonly offices: readonly {
    code: string;
    name: string;
    government: string | null;
    timeZone: string;
  }[];
  readonly positions: readonly {
    code: string;
    office: string;
    name: string;
    head?: boolean;
    superior?: string;
  }[];
  readonly people: readonly {
    username: string;
    name: string;
    office: string;
    nip: string | null;
    locale: string;
    roles: readonly Role[];
    positions: readonly string[];
  }[];
  /** Scopes are written as `cases:start`; the first office's. */
  readonly tokens: readonly { name: string; scopes: readonly string[] }[];
}

export const readDemoOffice = (): DemoOffice => readSeed<DemoOffice>("office/demo-office.json");
