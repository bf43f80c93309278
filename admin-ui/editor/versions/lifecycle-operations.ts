import { graphql } from "../../generated/index.js";

export const sendBackVersionMutation = graphql(`
  mutation SendBackVersion($input: SendBackVersionInput!) {
    sendBackVersion(input: $input) {
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

export const unscheduleVersionMutation = graphql(`
  mutation UnscheduleVersion($input: UnscheduleVersionInput!) {
    unscheduleVersion(input: $input) {
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
