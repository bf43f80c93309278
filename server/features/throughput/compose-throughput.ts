import type { Database } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { LedgerKeeper } from "../../runtime/throughput/ledger-keeper.js";
import { LedgerMerger } from "../../runtime/throughput/ledger-merger.js";
import { insertPending } from "../../runtime/throughput/ledger-rows.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import type { PaperService } from "../paper/paper-service.js";
import { CellReader } from "./cell-reader.js";
import { composeStuck } from "./compose-stuck.js";
import { ThroughputExportService } from "./export/export-service.js";
import {
  LaneThroughputResolver,
  OldestWaitResolver,
  PersonFiguresResolver,
  StepFiguresResolver,
  ThroughputItemResolver,
  ThroughputLaneResolver,
} from "./report-resolvers.js";
import { ThroughputItemService } from "./throughput-item-service.js";
import { ThroughputResolver } from "./throughput-resolver.js";
import { ThroughputService } from "./throughput-service.js";
import { TimeShareResolver } from "./time-share-resolver.js";

interface Parts {
  readonly database: Database;
  readonly board: NoticeBoard;
  readonly calendars: WorkingCalendars;
  readonly runner: CaseRunner;
  readonly papers: PaperService;
  /** Whether reports are kept up with what happens. */
  readonly keepsUp: boolean;
}

/** Wires reports, their exports and what is stuck, and has the ledger hear of cases; it is not started yet. */
export function composeThroughput(it: Parts) {
  const { database, board, calendars, runner, papers } = it;
  const { versions } = runner;
  const ledger = new LedgerKeeper(database, new LedgerMerger(database, versions));
  if (it.keepsUp) runner.observe((_ctx, _tx, step) => [insertPending(step.instanceId)]);
  const cells = new CellReader();
  const throughput = new ThroughputService(database, versions, ledger, cells);
  const items = new ThroughputItemService(database, versions, ledger, cells);
  return {
    resolvers: [
      new TimeShareResolver(versions, calendars),
      ...composeStuck(database, board, calendars),
      new ThroughputResolver(throughput, items),
      new ThroughputLaneResolver(),
      new OldestWaitResolver(),
      new StepFiguresResolver(),
      new PersonFiguresResolver(),
      new LaneThroughputResolver(),
      new ThroughputItemResolver(),
    ],
    ledger,
    exports: new ThroughputExportService(throughput, papers, versions),
  };
}
