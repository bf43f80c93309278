import { toGlobalId } from "../../../kernel/global-id.js";
import type { NoticeGroup } from "../../../runtime/notices/notice-kinds.js";
import type { NoticeFacts } from "../notice-facts.js";

/** The address of the page that a notice leads to. */
export function linkTo(baseUrl: string, facts: NoticeFacts, group: NoticeGroup): string {
  const page = (folder: string, type: string, id: number): string =>
    `${baseUrl}/${folder}/${toGlobalId(type, id)}`;
  if (facts.taskId !== null && group !== "CASES") return page("tugas", "Task", facts.taskId);
  if (facts.instanceId !== null) return page("berkas", "Instance", facts.instanceId);
  if (facts.sopId !== null) return page("sop", "Sop", facts.sopId);
  // Whoever was appointed sees what there is to do now.
  return group === "POSITIONS" ? `${baseUrl}/pemberitahuan` : baseUrl;
}
