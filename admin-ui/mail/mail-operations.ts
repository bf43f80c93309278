import { graphql } from "../generated/index.js";

export const mailStateQuery = graphql(`
  query MailState {
    mailState {
      isOn
      from
      waiting
      oldestAt
      nextAt
      lastError
      lastSentAt
      givenUp {
        to
        subject
        reason
        at
      }
    }
  }
`);

export const sendTestMailMutation = graphql(`
  mutation SendTestMail {
    sendTestMail {
      sentTo
      userErrors {
        code
        field
        message
      }
    }
  }
`);
