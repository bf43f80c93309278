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
        holdReason
        canHold
        canCancel
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
        }
        version {
          version
          ...VersionGraph
        }
        openTasks {
          ...NextTask
          overdue
          canClaim
          openedAt
        }
        tasks {
          id
          status
          assignee {
            id
            name
          }
          node {
            key
            text
          }
          lane {
            key
            name
          }
        }
        history {
          seq
          at
          actorName
          command
          events
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
