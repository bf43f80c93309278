/** An entry of a case's log, as the API gives it. */
export interface LogEntry {
  readonly at: string;
  readonly actorName: string;
  readonly events: unknown;
}

/** What the page reads of an event; each type has some of it. */
export interface LoggedEvent {
  readonly type: string;
  readonly task?: number;
  readonly visit?: number;
  readonly reason?: string;
}

export const loggedEvents = ({ events }: LogEntry): readonly LoggedEvent[] =>
  Array.isArray(events) ? (events as readonly LoggedEvent[]) : [];
