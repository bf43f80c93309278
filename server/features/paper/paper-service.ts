import { type Paper, type PaperPart, paperWords } from "../../../domain/index.js";
import type { Actor } from "../../kernel/actor.js";
import { parseGlobalId } from "../../kernel/global-id.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row } from "../../persistence/database.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import {
  formOf,
  mayReadVersion,
  type Sop,
  sopById,
  type SopVersion,
  versionById,
  versionsBySop,
} from "../sops/sop-service.js";
import type { PaperFormat } from "./paper-format.js";
import type { OnProgress, PaperJob, PressJob } from "./paper-job.js";
import type { PaperPress } from "./paper-press.js";
import { draftSuffix, paperMarks } from "./paper-marks.js";
import { paperFileName } from "./paper-file-name.js";

export { paperFileName } from "./paper-file-name.js";
export type { PressJob } from "./paper-job.js";
export type { CellLook, Workbook, WorkbookCell, WorkbookSheet } from "./workbook.js";

/** A file that may be made, for whom, and what it will be called. */
export interface PaperOrder {
  readonly asker: string;
  readonly job: PaperJob;
  readonly fileName: string;
}

/** Prints versions of SOPs for whoever may read them. */
export class PaperService {
  constructor(private readonly press: PaperPress) {}

  /**
   * The paper of a version, or, by the id of an SOP, of every part in force under its number. NOT_FOUND
   * for what is not there or the asker must not know of, FORBIDDEN for what they may know but not read.
   */
  async order(scope: RequestScope, id: string, format: PaperFormat): Promise<PaperOrder> {
    requireSignedIn(scope.ctx);
    const parsed = parseGlobalId(id);
    if (parsed?.type === "SopVersion") return this.#ofVersion(scope, parsed.id, format);
    if (parsed?.type === "Sop") return this.#ofNumber(scope, parsed.id, format);
    throw new Refusal("NOT_FOUND");
  }

  /**
   * Writes what was ordered, or what another feature has drawn up, in a thread of its own, when it is
   * the asker's turn. Throws RATE_LIMITED, and `PaperCancelled` once `signal` is aborted.
   */
  print(
    { asker, job }: { readonly asker: string; readonly job: PressJob },
    signal: AbortSignal,
    onProgress: OnProgress = () => {},
  ): Promise<Uint8Array> {
    return this.press.print(asker, job, signal, onProgress);
  }

  async #ofVersion(scope: RequestScope, id: number, format: PaperFormat): Promise<PaperOrder> {
    const version = await scope.loaders.get(versionById).load(id);
    const sop = version && (await scope.loaders.get(sopById).load(version.sopId));
    if (!version || !sop) throw new Refusal("NOT_FOUND");
    if (!mayReadVersion(scope, version)) {
      throw new Refusal(version.isEnacted ? "FORBIDDEN" : "NOT_FOUND");
    }
    const parts = [await partOf(scope, sop, version)];
    const { locale } = scope.ctx;
    const mark = paperMarks[locale][version.status];
    const paper: Paper = { parts, mark, words: paperWords[locale] };
    const suffix = version.isEnacted ? `v${version.version}` : draftSuffix[locale];
    return orderOf(scope, paper, format, suffix);
  }

  async #ofNumber(scope: RequestScope, id: number, format: PaperFormat): Promise<PaperOrder> {
    const sop = await scope.loaders.get(sopById).load(id);
    if (!sop) throw new Refusal("NOT_FOUND");
    if (!allows(scope.ctx.actor, "sop.read", { officeId: sop.officeId })) {
      throw new Refusal("FORBIDDEN");
    }
    const sops = await sopsOfNumber(scope, sop);
    const versions = await Promise.all(
      sops.map((one) => scope.loaders.get(versionsBySop).load(one.rowId)),
    );
    const parts = await Promise.all(
      sops.flatMap((one, at) => {
        const inForce = versions[at]!.find(({ status }) => status === "IN_FORCE");
        return inForce === undefined ? [] : [partOf(scope, one, inForce)];
      }),
    );
    if (parts.length === 0) throw new Refusal("NOT_FOUND");
    const words = paperWords[scope.ctx.locale];
    return orderOf(scope, { parts, mark: null, words }, format, "");
  }
}

/** All SOPs under the number of one, in the order of their parts; only itself where it has none. */
async function sopsOfNumber(scope: RequestScope, sop: Sop): Promise<Sop[]> {
  if (sop.number === null) return [sop];
  const rows = await scope.reader.all<Row & { id: number }>(
    "SELECT id FROM sop WHERE office_id = ? AND number = ? ORDER BY part, id",
    [sop.officeId, sop.number],
  );
  const found = await Promise.all(rows.map(({ id }) => scope.loaders.get(sopById).load(id)));
  return found.filter((one) => one !== null);
}

async function partOf(scope: RequestScope, sop: Sop, version: SopVersion): Promise<PaperPart> {
  const { document } = await formOf(scope, version.rowId);
  return { number: sop.number, title: sop.title, document };
}

function orderOf(
  scope: RequestScope,
  paper: Paper,
  format: PaperFormat,
  suffix: string,
): PaperOrder {
  const [first] = paper.parts;
  const title = first?.document.identity.title ?? first?.title ?? "";
  const author = first?.document.identity.office ?? "";
  const named = paper.parts.length === 1 ? (first?.title ?? title) : title;
  const fileName = paperFileName(["SOP", first?.number ?? "", named, suffix], format);
  const job = { format, paper, title, author, madeAt: scope.ctx.now() };
  return { asker: askerOf(scope.ctx.actor), job, fileName };
}

/** One word for a person, however many sessions they have, and one for a program's token. */
export function askerOf(actor: Actor): string {
  if (actor.type === "PERSON") return `person ${actor.personId}`;
  return actor.type === "TOKEN" ? `token ${actor.tokenId}` : actor.type;
}
