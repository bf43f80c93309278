import { createBrowserRouter, Navigate, Outlet, useLocation } from "react-router";
import { AuditPage } from "../audit/audit-page.js";
import { CasePage } from "../cases/case-page.js";
import { CasesPage } from "../cases/cases-page.js";
import { CalendarPage } from "../calendar/calendar-page.js";
import { CataloguePage } from "../catalogue/catalogue-page.js";
import { FollowPage } from "../follow/follow-page.js";
import { OfficesPage } from "../offices/offices-page.js";
import { PeoplePage } from "../people/people-page.js";
import { PersonPage } from "../people/person-page.js";
import { RequestsPage } from "../requests/requests-page.js";
import { LeavePage } from "../leave/leave-page.js";
import { MailPage } from "../mail/mail-page.js";
import { NoticeSettingsPage } from "../notices/notice-settings-page.js";
import { NoticesPage } from "../notices/notices-page.js";
import { PositionPage } from "../positions/position-page.js";
import { PositionsPage } from "../positions/positions-page.js";
import { StuckPage } from "../stuck/stuck-page.js";
import { SignInPage } from "../sign-in/sign-in-page.js";
import { SopsPage } from "../sops/sops-page.js";
import { TaskPage } from "../task/task-page.js";
import { TokensPage } from "../tokens/tokens-page.js";
import { WebhookPage } from "../webhooks/webhook-page.js";
import { WebhooksPage } from "../webhooks/webhooks-page.js";
import { WorklistPage } from "../worklist/worklist-page.js";
import { ChangePasswordDialog } from "./change-password-dialog.js";
import { seesPositions } from "./sees-positions.js";
import { useSession } from "./session.js";
import { Shell } from "./shell.js";
import { Loading, NotFound } from "./states.js";

/** `bare`: without the menu around it, as what is made for paper. */
function SignedInOnly({ bare = false }: { bare?: boolean }) {
  const { me } = useSession();
  const { pathname, search } = useLocation();
  if (me === null) {
    const back = pathname === "/" ? "" : `?ke=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/masuk${back}`} replace />;
  }
  // The server answers nothing else until then; the shell comes by itself once it is changed.
  if (me.mustChangePassword) {
    return <ChangePasswordDialog opened onClose={() => undefined} required />;
  }
  return bare ? <Outlet /> : <Shell />;
}

function AdminOnly() {
  const { me } = useSession();
  return me?.roles.includes("ADMIN") === true ? <Outlet /> : <NotFound />;
}

function OverseerOnly() {
  const { me } = useSession();
  return me !== null && seesPositions(me) ? <Outlet /> : <NotFound />;
}

export const router = createBrowserRouter([
  { path: "/masuk", element: <SignInPage /> },
  { path: "/lacak", element: <FollowPage /> },
  {
    element: <SignedInOnly bare />,
    hydrateFallbackElement: <Loading full />,
    children: [
      {
        path: "/berkas/:caseId/catatan",
        lazy: async () => ({
          Component: (await import("../cases/record/record-page.js")).RecordPage,
        }),
      },
    ],
  },
  {
    element: <SignedInOnly />,
    hydrateFallbackElement: <Loading full />,
    children: [
      { path: "/", element: <Navigate to="/tugas" replace /> },
      { path: "/tugas", element: <WorklistPage /> },
      { path: "/tugas/:taskId", element: <TaskPage /> },
      { path: "/berkas", element: <CasesPage /> },
      { path: "/berkas/:caseId", element: <CasePage /> },
      { path: "/layanan", element: <CataloguePage /> },
      { path: "/permohonan", element: <RequestsPage /> },
      { path: "/sop", element: <SopsPage /> },
      { path: "/cuti", element: <LeavePage /> },
      { path: "/pemberitahuan", element: <NoticesPage /> },
      { path: "/pemberitahuan/pengaturan", element: <NoticeSettingsPage /> },
      { path: "/kalender", element: <CalendarPage /> },
      // React Flow is the heaviest part of the app; a phone that only works tasks still needs it
      // for "you are here", so it is loaded with the first form and not with the first page.
      {
        path: "/sop/:sopId",
        lazy: async () => ({ Component: (await import("../editor/sop-page.js")).SopPage }),
      },
      {
        path: "/sop/:sopId/bandingkan",
        lazy: async () => ({
          Component: (await import("../editor/versions/compare-page.js")).ComparePage,
        }),
      },
      {
        path: "/sop/:sopId/riwayat",
        lazy: async () => ({
          Component: (await import("../editor/versions/history-page.js")).HistoryPage,
        }),
      },
      {
        element: <OverseerOnly />,
        children: [
          { path: "/macet", element: <StuckPage /> },
          { path: "/jabatan", element: <PositionsPage /> },
          { path: "/jabatan/:positionId", element: <PositionPage /> },
          {
            path: "/kinerja",
            lazy: async () => ({
              Component: (await import("../throughput/throughput-page.js")).ThroughputPage,
            }),
          },
        ],
      },
      {
        element: <AdminOnly />,
        children: [
          { path: "/orang", element: <PeoplePage /> },
          {
            path: "/orang/impor",
            lazy: async () => ({
              Component: (await import("../people/import/import-page.js")).ImportPage,
            }),
          },
          { path: "/orang/:personId", element: <PersonPage /> },
          { path: "/perangkat-daerah", element: <OfficesPage /> },
          { path: "/jejak-audit", element: <AuditPage /> },
          { path: "/token", element: <TokensPage /> },
          { path: "/surel", element: <MailPage /> },
          { path: "/webhook", element: <WebhooksPage /> },
          { path: "/webhook/:webhookId", element: <WebhookPage /> },
        ],
      },
      { path: "*", element: <NotFound /> },
    ],
  },
]);
