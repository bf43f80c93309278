import { graphql } from "../generated/index.js";

export const worklistQuery = graphql(`
  query Worklist($filter: TaskFilter, $first: Int, $after: String) {
    tasks(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        label
        visit
        status
        openedAt
        closedAt
        dueAt
        overdue
        canClaim
        canComplete
        node {
          key
          text
          rowNumber
        }
        lane {
          key
          name
          position {
            id
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
        instance {
          id
          status
          title
          requesterName
          sop {
            id
            title
          }
        }
      }
    }
  }
`);

export const claimTaskMutation = graphql(`
  mutation ClaimTask($input: TaskActionInput!) {
    claimTask(input: $input) {
      task {
        id
        status
        canClaim
        canComplete
        canRelease
        assignee {
          id
          name
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

export const releaseTaskMutation = graphql(`
  mutation ReleaseTask($input: TaskActionInput!) {
    releaseTask(input: $input) {
      task {
        id
        status
        canClaim
        canComplete
        canRelease
        assignee {
          id
          name
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
