import type { CaseQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The case that the page is about. */
export type CaseView = Extract<NonNullable<CaseQuery["node"]>, { __typename: "Instance" }>;

export const casesQuery = graphql(`
  query Cases($filter: InstanceFilter, $first: Int, $after: String) {
    instances(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        status
        title
        requesterName
        startedAt
        endedAt
        leadTime
        sop {
          id
          title
        }
        openTasks {
          id
          overdue
          lane {
            key
            name
          }
          node {
            key
            text
          }
        }
      }
    }
  }
`);

export const caseQuery = graphql(`
  query Case($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Instance {
        status
        title
        requesterName
        startedAt
        endedAt
        leadTime
        timeShares {
          lane {
            key
            name
          }
          state
          isRework
          working
          workingParts {
            days
            hours
            minutes
          }
        }
        holdReason
        canHold
        canCancel
        canComment
        ...CaseReceipt
        whereabouts {
          ...CaseWhereabouts
        }
        startedBy {
          id
          name
        }
        sop {
          id
          number
          part
          title
          office {
            id
            name
            government
            timeZone
          }
        }
        version {
          version
          inForceFrom
          ...VersionGraph
        }
        openTasks {
          ...NextTask
          overdue
        }
        tasks {
          id
          dueAt
          overdue
          assigneeCapacity
          assignee {
            id
            name
          }
        }
        parent {
          ...RelatedCase
        }
        children {
          ...RelatedCase
        }
        waitingCalls {
          ...WaitingCallLine
        }
        history {
          seq
          at
          actorName
          events
          hash
          actingAs {
            capacity
            position {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export const relatedCaseFragment = graphql(`
  fragment RelatedCase on Instance {
    id
    status
    title
    requesterName
    startedAt
    endedAt
    sop {
      id
      title
    }
  }
`);

export const waitingCallFragment = graphql(`
  fragment WaitingCallLine on WaitingCall {
    reason
    since
    node {
      key
      text
    }
    sop {
      id
      title
    }
  }
`);

export const waitingCallsQuery = graphql(`
  query WaitingCalls {
    waitingCalls {
      ...WaitingCallLine
      instance {
        id
        title
        requesterName
        sop {
          id
          title
        }
      }
    }
  }
`);

export const commentMutation = graphql(`
  mutation CommentOnInstance($input: CommentInput!) {
    commentOnInstance(input: $input) {
      instance {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const caseChangedSubscription = graphql(`
  subscription CaseChanged($id: ID!) {
    instanceChanged(id: $id) {
      id
      status
    }
  }
`);

export const holdInstanceMutation = graphql(`
  mutation HoldInstance($input: InstanceReasonInput!) {
    holdInstance(input: $input) {
      instance {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const resumeInstanceMutation = graphql(`
  mutation ResumeInstance($input: InstanceActionInput!) {
    resumeInstance(input: $input) {
      instance {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const cancelInstanceMutation = graphql(`
  mutation CancelInstance($input: InstanceReasonInput!) {
    cancelInstance(input: $input) {
      instance {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
