import { graphql } from "../generated/index.js";

export const peopleNamesQuery = graphql(`
  query PeopleNames($search: String) {
    people(search: $search, first: 20) {
      nodes {
        id
        name
      }
    }
  }
`);

export const personNameQuery = graphql(`
  query PersonName($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
      }
    }
  }
`);
