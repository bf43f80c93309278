import type { CatalogueQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export const catalogueQuery = graphql(`
  query Catalogue($filter: CatalogueFilter, $first: Int, $after: String) {
    catalogue(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        requirements
        workedBy
        stepCount
        expectedTime {
          workingMinutes
          minutesPerWorkingDay
          isPartial
        }
        office {
          id
          name
          government
        }
        sop {
          id
          number
          part
          title
        }
      }
    }
  }
`);

export type CatalogueItem = CatalogueQuery["catalogue"]["nodes"][number];
