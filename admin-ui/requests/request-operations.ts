import { graphql } from "../generated/index.js";

export const requestsQuery = graphql(`
  query Requests($filter: InstanceFilter, $first: Int, $after: String) {
    instances(filter: $filter, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        status
        title
        startedAt
        endedAt
        sop {
          id
          title
          office {
            id
            name
          }
        }
        openTasks {
          id
          canComplete
        }
        whereabouts {
          state
          sentence
          places {
            step
            isRequester
            overdue
            taskId
          }
        }
      }
    }
  }
`);

export const caseWhereaboutsFragment = graphql(`
  fragment CaseWhereabouts on Whereabouts {
    state
    sentence
    places {
      step
      lane
      isRequester
      overdue
      taskId
      requirements
      arrival {
        lane
        outcome
        remark
        isBack
      }
    }
  }
`);
