import { graphql } from "../generated/index.js";

export const calendarOfficesQuery = graphql(`
  query CalendarOffices {
    offices {
      id
      name
    }
  }
`);

export const calendarYearQuery = graphql(`
  query CalendarYear($officeId: ID, $year: Int!) {
    workingCalendar(officeId: $officeId) {
      isOwn
      canEdit
      revision
      minutesPerWorkingDay
      timeZone
      office {
        id
        name
      }
      days(year: $year) {
        date
        isWorked
        minutes
        reason
        names
        spans {
          from
          to
        }
      }
    }
  }
`);

export const workingCalendarQuery = graphql(`
  query WorkingCalendarToEdit($officeId: ID) {
    workingCalendar(officeId: $officeId) {
      ...CalendarParts
    }
  }

  fragment CalendarParts on WorkingCalendar {
    isOwn
    canEdit
    revision
    timeZone
    minutesPerWorkingDay
    office {
      id
      name
    }
    weekly {
      weekday
      spans {
        from
        to
      }
    }
    periods {
      from
      to
      name
      weekly {
        weekday
        spans {
          from
          to
        }
      }
    }
    daysOff {
      date
      name
    }
    extraDays {
      date
      name
      spans {
        from
        to
      }
    }
    worksThrough
  }
`);

export const calendarChangesQuery = graphql(`
  query CalendarChanges($officeId: ID, $after: String) {
    workingCalendar(officeId: $officeId) {
      changes(first: 20, after: $after) {
        nodes {
          seq
          at
          actorName
          kind
          isForAll
          movedTasks
          movedCases
          isSettled
          fields {
            field
            before
            after
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const saveCalendarMutation = graphql(`
  mutation SaveWorkingCalendar($input: SaveWorkingCalendarInput!) {
    saveWorkingCalendar(input: $input) {
      calendar {
        ...CalendarParts
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const dropCalendarMutation = graphql(`
  mutation DropWorkingCalendar($input: DropWorkingCalendarInput!) {
    dropWorkingCalendar(input: $input) {
      calendar {
        ...CalendarParts
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const previewCalendarQuery = graphql(`
  query PreviewWorkingCalendar($input: SaveWorkingCalendarInput!) {
    previewWorkingCalendar(input: $input) {
      preview {
        ...PreviewParts
      }
      userErrors {
        code
        field
        message
      }
    }
  }

  fragment PreviewParts on DeadlinePreview {
    movedTasks
    movedCases
    laterTasks
    examples {
      title
      step
      from
      to
    }
  }
`);

export const holidaysQuery = graphql(`
  query Holidays($year: Int!) {
    holidays(year: $year) {
      year
      revision
      canEdit
      days {
        date
        name
        kind
        basis
      }
    }
  }
`);

export const saveHolidaysMutation = graphql(`
  mutation SaveHolidays($input: SaveHolidaysInput!) {
    saveHolidays(input: $input) {
      holidays {
        year
        revision
        canEdit
        days {
          date
          name
          kind
          basis
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const previewHolidaysQuery = graphql(`
  query PreviewHolidays($input: SaveHolidaysInput!) {
    previewHolidays(input: $input) {
      preview {
        ...PreviewParts
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
