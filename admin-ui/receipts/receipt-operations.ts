import { graphql } from "../generated/index.js";

export const caseReceiptFragment = graphql(`
  fragment CaseReceipt on Instance {
    id
    title
    requesterName
    startedAt
    canReissueReceipt
    receipt {
      number
      reissues {
        at
        actorName
      }
    }
    sop {
      id
      title
      office {
        id
        name
        government
      }
    }
  }
`);

export const reissueReceiptMutation = graphql(`
  mutation ReissueReceipt($input: ReissueReceiptInput!) {
    reissueReceipt(input: $input) {
      receipt {
        number
        secret
      }
      instance {
        ...CaseReceipt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
