import { graphql } from "../generated/index.js";

/** Answers all that the page shows next, so that completing takes one round trip. */
export const completeTaskMutation = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        ...TaskState
      }
      instance {
        ...CaseNow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const returnTaskMutation = graphql(`
  mutation ReturnTask($input: ReturnTaskInput!) {
    returnTask(input: $input) {
      task {
        ...TaskState
      }
      instance {
        ...CaseNow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const recallTaskMutation = graphql(`
  mutation RecallTask($input: RecallTaskInput!) {
    recallTask(input: $input) {
      task {
        ...TaskState
      }
      instance {
        ...CaseNow
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
