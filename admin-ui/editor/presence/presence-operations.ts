import type { DraftPulseMutation } from "../../generated/graphql.js";
import { graphql } from "../../generated/index.js";

export const draftPulseMutation = graphql(`
  mutation DraftPulse($input: DraftPulseInput!) {
    draftPulse(input: $input) {
      revision
      status
      edits
      editedBy {
        id
        name
      }
      notesRevision
      people {
        person {
          id
          name
        }
        tab
        focus
        canEdit
        isMe
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What the server says to a sign of life. */
export type PulseAnswer = DraftPulseMutation["draftPulse"];

/** A window that has the draft open. */
export type PresentPerson = PulseAnswer["people"][number];
