import type { SopQuery, VersionQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The SOP that the page is about. */
export type SopData = Extract<NonNullable<SopQuery["node"]>, { __typename: "Sop" }>;

/** The one version of it that is on the screen. */
export type VersionData = Extract<NonNullable<VersionQuery["node"]>, { __typename: "SopVersion" }>;

export const sopQuery = graphql(`
  query Sop($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Sop {
        number
        part
        title
        status
        canStart
        canEdit
        canEnact
        office {
          id
          name
          ruleLevels {
            rule
            level
          }
        }
        inForce {
          id
        }
        draft {
          id
          status
        }
        versions {
          id
          version
          status
          enactedAt
        }
      }
    }
  }
`);

export const versionQuery = graphql(`
  query Version($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        version
        status
        revision
        inForceFrom
        enactedAt
        enactedBy {
          id
          name
        }
        ...VersionDocument
        sentBack {
          reason
          at
          by {
            id
            name
          }
        }
        submission {
          at
          message
          by {
            id
            name
          }
        }
        notes {
          ...NoteFields
        }
      }
    }
  }
`);

export const positionsQuery = graphql(`
  query Positions($officeId: ID) {
    positions(officeId: $officeId) {
      id
      code
      name
      office {
        id
        name
      }
      holders {
        id
        name
      }
    }
  }
`);

export const editDraftMutation = graphql(`
  mutation EditDraft($input: EditDraftInput!) {
    editDraft(input: $input) {
      version {
        id
        revision
        status
      }
      conflict {
        revision
        edits
        editedBy {
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

export const enactVersionMutation = graphql(`
  mutation EnactVersion($input: EnactVersionInput!) {
    enactVersion(input: $input) {
      version {
        id
        status
        revision
      }
      problems {
        rule
        message
        nodeKeys: nodeIds
        edgeKeys: edgeIds
        laneKeys: laneIds
        run {
          node: nodeId
          outcome: outcomeId
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

export const submitVersionMutation = graphql(`
  mutation SubmitVersion($input: VersionActionInput!, $message: String) {
    submitVersion(input: $input, message: $message) {
      version {
        id
        status
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const withdrawSubmissionMutation = graphql(`
  mutation WithdrawSubmission($input: VersionActionInput!) {
    withdrawSubmission(input: $input) {
      version {
        id
        status
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const reviseSopMutation = graphql(`
  mutation ReviseSop($input: ReviseSopInput!) {
    reviseSop(input: $input) {
      sop {
        id
      }
      version {
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

export const retireSopMutation = graphql(`
  mutation RetireSop($input: RetireSopInput!) {
    retireSop(input: $input) {
      sop {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
