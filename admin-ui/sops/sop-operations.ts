import { graphql } from "../generated/index.js";

export const sopsQuery = graphql(`
  query Sops($filter: SopFilter, $first: Int, $after: String) {
    sops(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        number
        part
        title
        status
        canStart
        startedByLane
        canEdit
        office {
          id
          name
        }
        draft {
          id
          status
        }
      }
    }
  }
`);

/** What of the SOPs in force would be refused today; found by playing cases, so asked by itself. */
export const faultySopsQuery = graphql(`
  query FaultySops($filter: SopFilter, $first: Int, $after: String) {
    sops(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        inForce {
          id
          warnings {
            level
          }
        }
      }
    }
  }
`);

export const officesQuery = graphql(`
  query Offices {
    offices {
      id
      name
    }
  }
`);

export const sopTemplatesQuery = graphql(`
  query SopTemplates {
    sopTemplates {
      key
      title
      description
      lanes
      steps
      graph
    }
  }
`);

export const copySourcesQuery = graphql(`
  query CopySources($search: String) {
    sops(filter: { search: $search }, first: 20) {
      nodes {
        id
        title
        number
        office {
          id
          name
        }
        inForce {
          id
        }
        versions {
          id
        }
      }
    }
  }
`);

export const previewVersionQuery = graphql(`
  query PreviewVersion($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        ...VersionGraph
      }
    }
  }
`);

export const createSopMutation = graphql(`
  mutation CreateSop($input: CreateSopInput!) {
    createSop(input: $input) {
      sop {
        id
      }
      version {
        id
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

export const startInstanceMutation = graphql(`
  mutation StartInstance($input: StartInstanceInput!) {
    startInstance(input: $input) {
      instance {
        id
        openTasks {
          id
          canComplete
        }
        ...CaseReceipt
      }
      receipt {
        number
        secret
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
