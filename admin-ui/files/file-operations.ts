import { graphql } from "../generated/index.js";

export const createUploadMutation = graphql(`
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      upload {
        id
        name
        address
        chunkSize
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Asked only so that a session that has ended is noticed, and taken up again. */
export const whoAmIQuery = graphql(`
  query WhoAmI {
    me {
      id
    }
  }
`);

export const filePartsFragment = graphql(`
  fragment FileParts on CaseFile {
    id
    name
    type
    size
    sha256
  }
`);
