import type { AuditTrailQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export type AuditEntryView = AuditTrailQuery["auditEntries"]["nodes"][number];

export const auditTrailQuery = graphql(`
  query AuditTrail($filter: AuditFilter, $first: Int, $after: String) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        seq
        at
        action
        actorType
        actorName
        subjectType
        subjectName
        subjectId
        office {
          id
          name
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
`);
