import type { ImportPeopleMutation, PeopleImportPreviewQuery } from "../../generated/graphql.js";
import { graphql } from "../../generated/index.js";

export type PreviewedRow = NonNullable<
  PeopleImportPreviewQuery["peopleImportPreview"]["rows"]
>[number];

export type ImportAccount = NonNullable<ImportPeopleMutation["importPeople"]["accounts"]>[number];
export type ImportCounts = NonNullable<ImportPeopleMutation["importPeople"]["counts"]>;

/** What was done, and the passwords that are shown once. */
export interface ImportDone {
  readonly counts: ImportCounts;
  readonly accounts: readonly ImportAccount[];
}

export const importPreviewQuery = graphql(`
  query PeopleImportPreview($input: PeopleImportInput!) {
    peopleImportPreview(input: $input) {
      rows {
        line
        state
        username
        previousName
        addsNip
        addedRoles
        makesPosition
        appoints
        problems {
          code
          field
          message
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

export const importPeopleMutation = graphql(`
  mutation ImportPeople($input: PeopleImportInput!) {
    importPeople(input: $input) {
      counts {
        made
        changed
        positions
        holders
      }
      accounts {
        temporaryPassword
        person {
          id
          name
          username
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
