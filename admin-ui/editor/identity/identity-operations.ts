import { graphql } from "../../generated/index.js";

export const renumberSopMutation = graphql(`
  mutation RenumberSop($input: RenumberSopInput!) {
    renumberSop(input: $input) {
      sop {
        id
        number
        part
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const officeColumnsQuery = graphql(`
  query OfficeColumns($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Office {
        formColumns {
          right {
            column
            title
          }
          titles {
            number
            activity
            lanes
            standard
          }
        }
      }
    }
  }
`);

export const setOfficeFormColumnsMutation = graphql(`
  mutation SetOfficeFormColumns($input: SetOfficeFormColumnsInput!) {
    setOfficeFormColumns(input: $input) {
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
