import type { PersonQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The person that the page is about. */
export type PersonView = Extract<NonNullable<PersonQuery["node"]>, { __typename: "Person" }>;

export const personQuery = graphql(`
  query Person($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        username
        name
        nip
        email
        roles
        disabled
        mustChangePassword
        revision
        claimedTaskCount
        office {
          id
          name
        }
        appointments(states: [PAST, CURRENT, UPCOMING]) {
          ...AppointmentFields
          position {
            id
            name
            holders {
              id
            }
          }
        }
      }
    }
  }
`);

export const createPersonMutation = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        id
        name
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

export const updatePersonMutation = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setPersonRolesMutation = graphql(`
  mutation SetPersonRoles($input: SetPersonRolesInput!) {
    setPersonRoles(input: $input) {
      person {
        id
        roles
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const movePersonMutation = graphql(`
  mutation MovePerson($input: MovePersonInput!) {
    movePerson(input: $input) {
      person {
        id
      }
      releasedTasks
      userErrors {
        code
        field
        message
      }
    }
  }
`);
