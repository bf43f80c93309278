import { graphql } from "../generated/index.js";

export const worklistQuery = graphql(`
  query Worklist($filter: TaskFilter, $first: Int, $after: String) {
    tasks(filter: $filter, first: $first, after: $after) {
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
        timeLeftParts {
          isLate
          days
          hours
          minutes
        }
        canClaim
        canRelease
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

export const worklistCountsQuery = graphql(`
  query WorklistCounts {
    worklistCounts {
      forMe {
        count
        hasMore
      }
      claimable {
        count
        hasMore
      }
      waiting {
        count
        hasMore
      }
      overdue {
        count
        hasMore
      }
    }
  }
`);

export const claimTasksMutation = graphql(`
  mutation ClaimTasks($input: ClaimTasksInput!) {
    claimTasks(input: $input) {
      results {
        task {
          id
          status
        }
        userErrors {
          code
          field
          message
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

/** What a worklist can be narrowed to. */
export const worklistChoicesQuery = graphql(`
  query WorklistChoices {
    offices {
      id
      name
    }
    sops(first: 100) {
      nodes {
        id
        number
        part
        title
        office {
          id
        }
      }
    }
  }
`);

export const sopLanesQuery = graphql(`
  query SopLanes($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Sop {
        inForce {
          id
          lanes {
            key
            name
          }
        }
      }
    }
  }
`);

export const savedViewsQuery = graphql(`
  query SavedViews {
    savedViews {
      ...SavedViewFields
    }
  }
`);

export const savedViewFragment = graphql(`
  fragment SavedViewFields on SavedView {
    id
    name
    filter {
      scope
      sopId
      laneKey
      officeId
      overdue
      search
    }
  }
`);

export const saveViewMutation = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      view {
        ...SavedViewFields
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const removeViewMutation = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);
