import type { NoticesQuery } from "../generated/graphql.js";

export type NoticeItem = NoticesQuery["notifications"]["nodes"][number];

/** The page that a notice leads to. */
export function noticeLink(it: NoticeItem): string {
  const page = (folder: string, id: string) => `/${folder}/${encodeURIComponent(id)}`;
  if (it.taskId !== null) return page("tugas", it.taskId);
  if (it.instanceId !== null) return page("berkas", it.instanceId);
  if (it.sopId !== null) return page("sop", it.sopId);
  // Whoever was appointed sees what there is to do now; only others look after the position.
  const isOverseers = it.kind === "POSITION_VACANT" || it.kind === "APPOINTMENT_ENDING";
  return it.positionId !== null && isOverseers ? page("jabatan", it.positionId) : "/tugas";
}
