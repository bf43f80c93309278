import type { StuckItemFieldsFragment, StuckWorkQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export type StuckWork = StuckWorkQuery["stuckWork"];
export type StuckLane = StuckWork["lanes"][number];
export type StuckItem = StuckItemFieldsFragment;

export const stuckItemFragment = graphql(`
  fragment StuckItemFields on StuckItem {
    key
    reason
    action
    alternatives
    openSince
    openFor {
      days
      hours
      minutes
    }
    assigneeAwayUntil
    remindedAt
    instance {
      id
      status
      title
      requesterName
      holdReason
      sop {
        id
        title
      }
    }
    task {
      id
      status
      label
      dueAt
      timeLeftParts {
        isLate
        days
        hours
        minutes
      }
      node {
        key
        text
        rowNumber
      }
      lane {
        key
        position {
          id
          name
          holders {
            id
            name
          }
        }
      }
      assignee {
        id
        name
      }
    }
    waitingCall {
      reason
      node {
        key
        text
      }
      sop {
        id
        title
      }
    }
  }
`);

export const stuckWorkQuery = graphql(`
  query StuckWork($input: StuckWorkInput!) {
    stuckWork(input: $input) {
      total
      overdue
      isCut
      idleWorkingDays
      office {
        id
        name
      }
      lanes {
        id
        kind
        isVacant
        total
        overdue
        dueSoon
        position {
          id
          name
          canAppointActing
          holders {
            id
            name
          }
        }
        items {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...StuckItemFields
          }
        }
      }
    }
  }
`);

export const stuckCountQuery = graphql(`
  query StuckCount($officeId: ID!) {
    stuckCount(officeId: $officeId) {
      count
      hasMore
    }
  }
`);

export const remindTaskMutation = graphql(`
  mutation RemindTask($input: RemindTaskInput!) {
    remindTask(input: $input) {
      task {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const stuckChangedSubscription = graphql(`
  subscription StuckChanged($officeId: ID!) {
    throughputChanged(officeId: $officeId) {
      instanceId
    }
  }
`);
