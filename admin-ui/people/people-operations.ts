import { graphql } from "../generated/index.js";

export const peopleQuery = graphql(`
  query People(
    $search: String
    $officeId: ID
    $role: Role
    $disabled: Boolean
    $first: Int
    $after: String
  ) {
    people(
      search: $search
      officeId: $officeId
      role: $role
      disabled: $disabled
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        username
        name
        nip
        email
        roles
        disabled
        office {
          id
          name
        }
        positions {
          id
          name
        }
      }
    }
  }
`);

export const resetPasswordMutation = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      person {
        id
      }
      temporaryPassword
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setPersonDisabledMutation = graphql(`
  mutation SetPersonDisabled($input: SetPersonDisabledInput!) {
    setPersonDisabled(input: $input) {
      person {
        id
        disabled
      }
      releasedTasks
      leftTasks
      vacantPositions {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
