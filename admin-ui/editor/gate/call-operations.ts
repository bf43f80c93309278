import { graphql } from "../../generated/index.js";

export const connectorCheckQuery = graphql(`
  query ConnectorCheck($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        connectorCheck {
          revision
          problems {
            rule
            nodeIds
            sopTitles
          }
        }
      }
    }
  }
`);
