import type { WebhookQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The endpoint that the page is about. */
export type WebhookView = Extract<
  NonNullable<WebhookQuery["node"]>,
  { __typename: "WebhookEndpoint" }
>;

export const webhooksQuery = graphql(`
  query Webhooks {
    webhooks {
      ...WebhookFields
    }
  }
`);

export const failedWebhooksQuery = graphql(`
  query FailedWebhooks {
    webhooks {
      id
      state
    }
  }
`);

export const webhookFields = graphql(`
  fragment WebhookFields on WebhookEndpoint {
    id
    name
    url
    events
    state
    createdAt
    pausedAt
    failingSince
    lastSuccessAt
    previousSecretUntil
    waiting
    office {
      id
      name
    }
  }
`);

export const webhookQuery = graphql(`
  query Webhook($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on WebhookEndpoint {
        ...WebhookFields
      }
    }
  }
`);

export const deliveriesQuery = graphql(`
  query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on WebhookEndpoint {
        deliveries(first: 20, after: $after, state: $state) {
          nodes {
            ...DeliveryFields
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const deliveryFields = graphql(`
  fragment DeliveryFields on WebhookDelivery {
    id
    messageId
    event
    eventAt
    state
    attempts
    attemptedAt
    nextAt
    status
    duration
    failure
    answer
    body
  }
`);

export const webhookOfficesQuery = graphql(`
  query WebhookOffices {
    offices {
      id
      name
    }
  }
`);

export const createWebhookMutation = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      webhook {
        id
      }
      secret
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const changeWebhookMutation = graphql(`
  mutation ChangeWebhook($input: ChangeWebhookInput!) {
    changeWebhook(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setWebhookPausedMutation = graphql(`
  mutation SetWebhookPaused($input: SetWebhookPausedInput!) {
    setWebhookPaused(input: $input) {
      webhook {
        ...WebhookFields
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const rotateWebhookSecretMutation = graphql(`
  mutation RotateWebhookSecret($input: WebhookInput!) {
    rotateWebhookSecret(input: $input) {
      webhook {
        id
        previousSecretUntil
      }
      secret
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const deleteWebhookMutation = graphql(`
  mutation DeleteWebhook($input: WebhookInput!) {
    deleteWebhook(input: $input) {
      deletedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const testWebhookMutation = graphql(`
  mutation TestWebhook($input: WebhookInput!) {
    testWebhook(input: $input) {
      webhook {
        id
        waiting
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const redeliverWebhookMutation = graphql(`
  mutation RedeliverWebhook($input: RedeliverWebhookInput!) {
    redeliverWebhook(input: $input) {
      delivery {
        ...DeliveryFields
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
