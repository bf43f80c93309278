import { graphql } from "../../generated/index.js";

export const workingDayQuery = graphql(`
  query WorkingDay($officeId: ID) {
    workingCalendar(officeId: $officeId) {
      minutesPerWorkingDay
    }
  }
`);
