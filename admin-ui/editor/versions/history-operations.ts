import type { VersionChangesQuery } from "../../generated/graphql.js";
import { graphql } from "../../generated/index.js";

export const documentAtQuery = graphql(`
  query DocumentAt($id: ID!, $revision: Int!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        documentAt(revision: $revision)
      }
    }
  }
`);

export const versionChangesQuery = graphql(`
  query VersionChanges($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        changes(first: $first, after: $after) {
          nodes {
            kind
            revision
            at
            message
            inForceFrom
            by {
              id
              name
            }
            source {
              id
              version
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

type VersionNode = Extract<
  NonNullable<VersionChangesQuery["node"]>,
  { readonly __typename: "SopVersion" }
>;

/** One line of a version's history. */
export type ChangeRow = VersionNode["changes"]["nodes"][number];
