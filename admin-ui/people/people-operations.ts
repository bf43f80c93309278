import { graphql } from "../generated/index.js";

export const peopleQuery = graphql(`
  query People($search: String, $first: Int, $after: String) {
    people(search: $search, first: $first, after: $after) {
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
      userErrors {
        code
        field
        message
      }
    }
  }
`);
