import { graphql } from "../generated/index.js";

export const myLeavesQuery = graphql(`
  query MyLeaves {
    me {
      id
      appointments(states: [CURRENT, UPCOMING]) {
        id
        lastDay
        position {
          id
          name
        }
      }
      leaves(states: [PAST, CURRENT, UPCOMING]) {
        id
        state
        firstDay
        lastDay
        canCancel
        standIn {
          id
          name
        }
        appointments {
          id
          position {
            id
            name
          }
        }
      }
    }
  }
`);

export const reportLeaveMutation = graphql(`
  mutation ReportLeave($input: ReportLeaveInput!) {
    reportLeave(input: $input) {
      leave {
        id
        appointments {
          id
          position {
            id
          }
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

export const cancelLeaveMutation = graphql(`
  mutation CancelLeave($input: CancelLeaveInput!) {
    cancelLeave(input: $input) {
      leave {
        id
        appointments {
          id
          position {
            id
          }
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
