import type { TaskQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The task that the page is about, with its case. */
export type TaskView = Extract<NonNullable<TaskQuery["node"]>, { __typename: "Task" }>;

export const taskQuery = graphql(`
  query Task($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Task {
        label
        visit
        status
        openedAt
        claimedAt
        closedAt
        dueAt
        overdue
        outcome
        comment
        canClaim
        canComplete
        canRelease
        nobodyHolds
        assigneeCapacity
        assignee {
          id
          name
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
        node {
          key
          kind
          text
          rowNumber
          remarks
          outputs
          requirements {
            text
            output
          }
          standardTime {
            value
            unit
          }
        }
        outcomes {
          key
          label
        }
        given {
          reference
          output {
            key
            name
          }
        }
        instance {
          id
          status
          title
          requesterName
          startedAt
          holdReason
          sop {
            id
            number
            part
            title
          }
          version {
            ...VersionGraph
          }
          openTasks {
            ...NextTask
          }
          tasks {
            id
            status
            label
            closedAt
            outcome
            comment
            assignee {
              id
              name
            }
            lane {
              key
              name
            }
            node {
              key
              text
            }
            given {
              reference
              output {
                key
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const nextTaskFragment = graphql(`
  fragment NextTask on Task {
    id
    status
    label
    dueAt
    canComplete
    nobodyHolds
    assigneeCapacity
    assignee {
      id
      name
    }
    lane {
      key
      name
      bindingType
      position {
        id
        name
        holders {
          id
          name
        }
      }
    }
    node {
      key
      text
    }
  }
`);

export const completeTaskMutation = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        id
        status
        outcome
        closedAt
        canClaim
        canComplete
        canRelease
      }
      instance {
        id
        status
        endedAt
        openTasks {
          ...NextTask
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

export const delegateTaskMutation = graphql(`
  mutation DelegateTask($input: DelegateTaskInput!) {
    delegateTask(input: $input) {
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
