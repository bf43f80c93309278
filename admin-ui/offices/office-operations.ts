import type { OfficeBookQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export type OfficeView = OfficeBookQuery["offices"][number];

export const officeBookQuery = graphql(`
  query OfficeBook {
    offices {
      id
      code
      name
      government
      timeZone
      revision
    }
  }
`);

export const createOfficeMutation = graphql(`
  mutation CreateOffice($input: CreateOfficeInput!) {
    createOffice(input: $input) {
      office {
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

export const updateOfficeMutation = graphql(`
  mutation UpdateOffice($input: UpdateOfficeInput!) {
    updateOffice(input: $input) {
      office {
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
