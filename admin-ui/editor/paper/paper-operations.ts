import { graphql } from "../../generated/index.js";

/** Where a version and everything in force under its number are printed. */
export const paperLinksQuery = graphql(`
  query PaperLinks($id: ID!) {
    node(id: $id) {
      __typename
      ... on SopVersion {
        id
        papers {
          pdf
          docx
          svg
          png
        }
        sop {
          id
          papers {
            pdf
            docx
          }
        }
      }
    }
  }
`);
