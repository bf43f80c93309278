import type { TaskQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The task that the page is about, with its case. */
export type TaskView = Extract<NonNullable<TaskQuery["node"]>, { __typename: "Task" }>;

/** Any task of the case, earlier, later or beside the page's. */
export type CaseTask = TaskView["instance"]["tasks"][number];

export const taskQuery = graphql(`
  query Task($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Task {
        label
        visit
        openedAt
        claimedAt
        dueAt
        timeLeftParts {
          isLate
          days
          hours
          minutes
        }
        overdue
        nobodyHolds
        assigneeCapacity
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
          mode
          outputs
          standardTime {
            value
            unit
          }
        }
        outcomes {
          key
          label
          owedOutputs {
            key
          }
        }
        owedOutputs {
          key
        }
        requirements {
          text
          met
          output {
            key
            name
          }
          owedBy {
            key
          }
        }
        returnTargets {
          visit
          node {
            key
            text
            rowNumber
          }
          tasks {
            id
            closedAt
            lane {
              key
              name
            }
            assignee {
              id
              name
            }
          }
        }
        ...TaskState
        instance {
          id
          title
          requesterName
          startedAt
          sop {
            id
            number
            part
            title
            office {
              id
              missingRequirements
            }
          }
          version {
            ...VersionGraph
            lanes {
              key
              position {
                id
                holders {
                  id
                  name
                }
              }
            }
          }
          visits {
            no
            status
            causes
            node {
              key
            }
          }
          tasks {
            ...CaseTask
          }
          history {
            seq
            at
            actorName
            events
          }
          ...CaseNow
        }
      }
    }
  }
`);

/** What doing something with a task changes of it. */
export const taskStateFragment = graphql(`
  fragment TaskState on Task {
    id
    status
    closedAt
    outcome
    comment
    canClaim
    canComplete
    canRelease
    canRecall
    assignee {
      id
      name
    }
    ...TaskFiles
  }
`);

/** What came with a task: documents in words and as files, and files beside the remark. */
export const taskFilesFragment = graphql(`
  fragment TaskFiles on Task {
    given {
      reference
      output {
        key
        name
      }
      files {
        ...FileParts
      }
    }
    files {
      purpose
      about
      file {
        ...FileParts
      }
    }
  }
`);

/** What doing something with a task changes of its case. */
export const caseNowFragment = graphql(`
  fragment CaseNow on Instance {
    id
    status
    endedAt
    holdReason
    openTasks {
      ...NextTask
    }
  }
`);

export const caseTaskFragment = graphql(`
  fragment CaseTask on Task {
    id
    visit
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
    ...TaskFiles
  }
`);

export const nextTaskFragment = graphql(`
  fragment NextTask on Task {
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
