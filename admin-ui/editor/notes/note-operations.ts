import type { VersionNotesQuery } from "../../generated/graphql.js";
import { graphql } from "../../generated/index.js";

export const noteFields = graphql(`
  fragment NoteFields on ReviewNote {
    id
    targetType
    targetKey
    targetField
    text
    resolved
    createdAt
    editedAt
    author {
      id
      name
    }
    resolvedAt
    resolvedBy {
      id
      name
    }
    canEdit
    canResolve
  }
`);

export const versionNotesQuery = graphql(`
  query VersionNotes($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        notesRevision
        canAddNote
        notes {
          ...NoteFields
        }
      }
    }
  }
`);

/** One review note. */
export type NoteData = Extract<
  NonNullable<VersionNotesQuery["node"]>,
  { __typename: "SopVersion" }
>["notes"][number];

export const addNoteMutation = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      note {
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

export const editNoteMutation = graphql(`
  mutation EditNote($input: EditNoteInput!) {
    editNote(input: $input) {
      note {
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

export const removeNoteMutation = graphql(`
  mutation RemoveNote($input: RemoveNoteInput!) {
    removeNote(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const resolveNoteMutation = graphql(`
  mutation ResolveNote($input: ResolveNoteInput!) {
    resolveNote(input: $input) {
      note {
        id
        resolved
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
