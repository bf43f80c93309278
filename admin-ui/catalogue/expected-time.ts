/** How long something takes, in the largest units that an office counts in. */
export interface TimeParts {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * Working minutes as working days, hours and minutes, two of them at most: whoever waits for days is
 * not helped by minutes. What is left out is rounded up, so that nobody is promised too little.
 */
export function timeParts(workingMinutes: number, minutesPerWorkingDay: number): TimeParts {
  if (workingMinutes < 60) return { days: 0, hours: 0, minutes: workingMinutes };
  if (workingMinutes < minutesPerWorkingDay) {
    return { days: 0, hours: Math.floor(workingMinutes / 60), minutes: workingMinutes % 60 };
  }
  const days = Math.floor(workingMinutes / minutesPerWorkingDay);
  const hours = Math.ceil((workingMinutes % minutesPerWorkingDay) / 60);
  return hours * 60 >= minutesPerWorkingDay
    ? { days: days + 1, hours: 0, minutes: 0 }
    : { days, hours, minutes: 0 };
}

/** The same with nothing left out, for whoever compares two times. */
export function exactTimeParts(workingMinutes: number, minutesPerWorkingDay: number): TimeParts {
  const rest = workingMinutes % minutesPerWorkingDay;
  return {
    days: Math.floor(workingMinutes / minutesPerWorkingDay),
    hours: Math.floor(rest / 60),
    minutes: rest % 60,
  };
}
