/** The one door of the domain: whatever is not named here is its own business. */
export type {
  ChangeDetail,
  ChangeGroup,
  ChangeHow,
  ToldValue,
  ToldWord,
} from "./compare/change-group.js";
export { changeGroups } from "./compare/change-groups.js";
export { compareDocuments } from "./compare/compare-documents.js";
export type { DocumentChange } from "./compare/document-change.js";
export { editsBetween } from "./compare/edits-between.js";
export { isSameValue } from "./compare/is-same-value.js";
export {
  type Collision,
  defaultSide,
  mergeDocuments,
  type Merged,
  type Side,
} from "./compare/merge-documents.js";
export { unionGraph } from "./compare/union-graph.js";
export { listTitles } from "./drawing/draw-cover.js";
export { drawForm, formMargin } from "./drawing/draw-form.js";
export { drawLaneStrip, laneSpan } from "./drawing/draw-lane-strip.js";
export {
  drawPaper,
  drawSheet,
  type Paper,
  type PaperPages,
  partOnPaper,
  type PartOnPaper,
} from "./drawing/draw-paper.js";
export {
  baselineIn,
  type Drawing,
  type PathShape,
  type PathStep,
  printable,
  type Shape,
  type TextShape,
} from "./drawing/drawing.js";
export { a3, a4, type PageFormat, paperMetrics } from "./drawing/page-format.js";
export { type PaperWords, paperWords } from "./drawing/paper-words.js";
export { coverIdentity, coverList, type PaperPart, partTitle } from "./drawing/paper-part.js";
export { symbolOutline } from "./drawing/symbol-outline.js";
export { pathData, toSvg } from "./drawing/to-svg.js";
export { applyEdits, type EditError, type EditResult } from "./edit/apply-edits.js";
export {
  type CollectionName,
  collectionNames,
  type Collections,
  type DocumentEdit,
} from "./edit/document-edit.js";
export { documentLimits, findLimitFault, type LimitFault } from "./edit/document-limits.js";
export { applyEvent, foldEvents } from "./engine/apply-event.js";
export type { CaseCommand, CaseRefusal } from "./engine/case-command.js";
export type { AttachedFile, BroughtFiles, GivenOutput } from "./engine/attached-file.js";
export type { CaseEvent, CaseEventType, CaseRequest, MovedDeadline } from "./engine/case-event.js";
export type { CaseEffect } from "./engine/case-run.js";
export {
  hasEnded,
  type CaseState,
  type CaseStatus,
  isOpenTask,
  visitWaitingFor,
  type TaskState,
  type TaskStatus,
  unstarted,
  type Visit,
} from "./engine/case-state.js";
export { missingOutputs, outputsGiven, owedOutputs } from "./engine/missing-outputs.js";
export { ancestorsOf, stands } from "./engine/remaining-history.js";
export { transition, type TransitionResult } from "./engine/transition.js";
export type { KindDefinition, SymbolShape } from "./kinds/kind-definition.js";
export { isNodeKind, kindOf, nodeKinds } from "./kinds/node-kinds.js";
export type {
  FormCell,
  FormColumn,
  FormJoint,
  FormLayout,
  PagedForm,
  FormPage,
  FormPath,
  FormRow,
  FormSymbol,
} from "./layout/form-layout.js";
export { layout } from "./layout/layout.js";
export { defaultMetrics, type Metrics } from "./layout/metrics.js";
export { printedText } from "./layout/printed-text.js";
export { type FontFace, textWidth } from "./layout/text-width.js";
export { wrapText } from "./layout/wrap-text.js";
export { caseAccount, type BinOf, type CaseAccount } from "./ledger/case-tally.js";
export {
  binMeasure,
  binOfMeasure,
  durationsOf,
  sumMeasure,
  timeMeasure,
} from "./ledger/case-tally.js";
export {
  caseIntervals,
  caseLedger,
  type CaseInterval,
  portion,
  type TimeShare,
} from "./ledger/case-ledger.js";
export { type CaseMoment, caseMoments, type LoggedEvents } from "./ledger/case-moments.js";
export { isOnTime, type Stay, stayNo } from "./ledger/case-stays.js";
export { cutShares } from "./ledger/cut-shares.js";
export type { OpenWork, ShareState } from "./ledger/open-work.js";
export { caseSubject, subjectParts, type SubjectParts } from "./ledger/subjects.js";
export {
  type Day,
  type Measure,
  type Numbers,
  type Subject,
  Tally,
  type TallyJson,
} from "./ledger/tally.js";
export { compilePlan } from "./plan/compile-plan.js";
export type { Plan, PlanEdge, PlanNode } from "./plan/plan.js";
export { type ConnectorRule, connectorRules } from "./rules/connector-rules.js";
export type { Cure, CureContext, CureName } from "./rules/cure.js";
export { cureAll } from "./rules/cure-all.js";
export { cureOf, isCurable, problemId } from "./rules/cure-of.js";
export { hasNumberedStep } from "./rules/idle-lane.js";
export {
  drawingRules,
  findDrawingProblems,
  findFlowProblems,
  findProblems,
  isError,
  levelOf,
  rules,
} from "./rules/find-problems.js";
export { callsAtOnce } from "./rules/passes-without-work.js";
export type {
  Finding,
  Problem,
  ProblemLevel,
  Rule,
  RuleLevel,
  RuleLevels,
  RuleName,
} from "./rules/rule.js";
export { rememberedSoundness } from "./rules/soundness-findings.js";
export { checkSoundness } from "./soundness/check-soundness.js";
export { playRun } from "./soundness/play-run.js";
export type {
  Run,
  RunStep,
  Soundness,
  SoundnessProperty,
  Violation,
} from "./soundness/soundness.js";
export { buildGraph, type EdgeRow, makeNode, type NodeRow } from "./sop/build-graph.js";
export { emptyDocument } from "./sop/empty-document.js";
export {
  type Call,
  type Edge,
  type EdgeKey,
  emptyGraph,
  type Graph,
  type GraphNode,
  type JointMode,
  type Lane,
  type LaneBinding,
  type LaneKey,
  type NodeKey,
  type NodeKind,
  type Output,
  type OutputKey,
  type Part,
  type Requirement,
  type StandardTime,
  type TimeUnit,
} from "./sop/graph.js";
export { type GraphIndex, indexGraph } from "./sop/graph-index.js";
export {
  type FormColumns,
  officialColumns,
  type RightColumn,
  rightColumns,
  type RightColumnSetting,
} from "./sop/form-columns.js";
export { readPartialDate } from "./sop/read-partial-date.js";
export type { NoteTarget, ReviewNote } from "./sop/review-note.js";
export { rowNumbers } from "./sop/row-numbers.js";
export type {
  EnactingOfficial,
  FormList,
  FormLists,
  Identity,
  ListItem,
  PartialDate,
  SopDocument,
} from "./sop/sop-document.js";
export { joinTables, tableScore } from "./table/choose-table.js";
export { peopleOfTable, type PeopleRow } from "./people/people-of-table.js";
export { readRoles, roleNames, type RoleName } from "./people/read-roles.js";
export {
  type PeopleColumn,
  peopleColumns,
  type RecognisedPeople,
  recognisePeople,
} from "./people/recognise-people.js";
export { suggestUsername } from "./people/suggest-username.js";
export { bareNip, findNipFault, type NipPart } from "./people/nip.js";
export { readDuration, type ReadDuration } from "./table/read-duration.js";
export { readTsv, type SourceTable } from "./table/read-tsv.js";
export { recogniseTable } from "./table/recognise-table.js";
export {
  type ColumnRole,
  columnRoles,
  type GuessedField,
  type LeftOut,
  noChoices,
  type RecognisedColumn,
  type RecognisedStep,
  type RecognisedTable,
  type RecognisedLane,
  type TableChoices,
  type TableSection,
  type TableWords,
} from "./table/recognised-table.js";
export { isBareForm, takenSteps, type TablePlacement } from "./table/table-edits.js";
export {
  cutLongTexts,
  findTextFault,
  makeGrid,
  type SourceCell,
  type TableFault,
  type TableGrid,
  tableLimits,
} from "./table/table-grid.js";
export { takeTable } from "./table/take-table.js";
export { bareText } from "./table/tidy-text.js";
export { addWorkingTime } from "./time/add-working-time.js";
export { type CalendarDay, type DayReason, daysOfYear } from "./time/calendar-days.js";
export {
  type CalendarDefinition,
  type DayHours,
  type ExtraDay,
  type Holiday,
  type HolidayKind,
  minuteOfDay,
  minutesOf,
  type NamedDay,
  type PeriodDefinition,
  toWorkingCalendar,
  type WeeklyDefinition,
} from "./time/calendar-definition.js";
export {
  type CalendarFault,
  type CalendarFaultCode,
  calendarFaults,
  calendarLimits,
  holidayFaults,
} from "./time/calendar-faults.js";
export {
  calendarFields,
  type FieldChange,
  fieldChanges,
  fieldText,
  holidayFields,
  holidaysFromFields,
  hoursText,
  mergeFields,
  saysJointLeave,
} from "./time/calendar-fields.js";
export { calendarFromFields, type FieldValues } from "./time/calendar-from-fields.js";
export { dayOfStandardTime, type DayOfTime, type TimedTask } from "./time/day-of-standard-time.js";
export { longestStandardTime, type LongestTime } from "./time/longest-standard-time.js";
export { standardMinutes } from "./time/office-minutes.js";
export { runOfPath } from "./time/run-of-path.js";
export { type OutcomePath, type SopTimes, sopTimes, type StandardTimes } from "./time/sop-times.js";
export type { ChosenOutcome } from "./time/course/stretch.js";
export { type FieldWords, fieldWords } from "./time/field-words.js";
export { remainingDeadline } from "./time/remaining-deadline.js";
export { subtractWorkingTime } from "./time/subtract-working-time.js";
export { type Hold, taskDeadline } from "./time/task-deadline.js";
export { workingTimeBetween } from "./time/working-time-between.js";
export {
  faultOfReminders,
  firstAttention,
  nextReminder,
  reminderMoments,
  type ReminderRules,
  type ReminderStage,
  reminderStages,
  type ReminderUnit,
  usualReminders,
} from "./time/reminder-rules.js";
export {
  workingTimeLeft,
  type WorkingTimeParts,
  workingTimeParts,
} from "./time/working-time-left.js";
export {
  dateOfDay,
  dayOfDate,
  type HoursPeriod,
  localDay,
  type LocalTime,
  spansOfDay,
  startOfDay,
  weekdayOf,
  type WeeklyHours,
  type WorkingCalendar,
  type WorkingSpan,
} from "./time/working-calendar.js";
