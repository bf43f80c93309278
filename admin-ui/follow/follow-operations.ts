import type { FollowCaseQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export type FollowedCase = NonNullable<FollowCaseQuery["followCase"]["case"]>;

export const followCaseQuery = graphql(`
  query FollowCase($input: FollowCaseInput!) {
    followCase(input: $input) {
      case {
        number
        status
        title
        requesterName
        sopTitle
        sopNumber
        officeName
        government
        timeZone
        startedAt
        endedAt
        whereabouts {
          ...CaseWhereabouts
        }
        form {
          lanes {
            key
            name
            isRequester
          }
          nodes {
            key
            kind
            text
            parts {
              laneKey
              label
            }
            mode
            work
            requirements {
              text
              output
            }
            standardTime {
              value
              unit
            }
            outputs
            remarks
            call {
              sop
              waits
            }
          }
          edges {
            key
            from
            to
            outcome
          }
          outputs {
            key
            name
          }
          marks {
            nodeKey
            laneKey
            isOpen
          }
        }
        history {
          at
          kind
          step
          lane
          outcome
          reason
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
