import type { RequestScope } from "../../../runtime/request-scope.js";
import { personById } from "../../people/people-service.js";
import { sopById, versionById } from "../../sops/sop-service.js";
import type { LaneThroughput } from "../report-types.js";
import type { ReportSubject } from "./report-tables.js";

/** Reads what a report only has the keys of; `sopIds` are those that it was asked for. */
export async function readReportSubject(
  scope: RequestScope,
  report: LaneThroughput,
  sopIds: readonly number[],
): Promise<ReportSubject> {
  const { loaders } = scope;
  const people = (report.people ?? []).map(({ personId }) => personId);
  const [sops, versions, persons] = await Promise.all([
    known(loaders.get(sopById), [...sopIds, ...report.steps.map(({ sopId }) => sopId)]),
    known(loaders.get(versionById), report.versionIds),
    known(loaders.get(personById), people),
  ]);
  const titles = new Map(sops.map((sop) => [sop.rowId, titleOf(sop)]));
  return {
    office: report.office.name,
    sops: sopIds.flatMap((id) => titles.get(id) ?? []),
    versions: sopIds.length === 1 ? versions.map(({ version }) => version).join(", ") : null,
    sopTitles: titles,
    personNames: new Map(persons.map(({ rowId, name }) => [rowId, name])),
  };
}

interface Loader<T> {
  load(id: number): Promise<T | null>;
}

/** What there is of so many ids, each once. */
async function known<T>(loader: Loader<T>, ids: readonly number[]): Promise<T[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => loader.load(id)));
  return found.filter((one) => one !== null);
}

/** "SOP 000/17 A Pengelolaan Layanan TIK". */
const titleOf = ({
  number,
  part,
  title,
}: {
  number: string | null;
  part: string | null;
  title: string;
}) => ["SOP", number, part, title].filter((word) => word !== null && word !== "").join(" ");
