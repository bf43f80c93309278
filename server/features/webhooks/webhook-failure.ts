import { registerEnumType } from "type-graphql";

const descriptions = {
  HTTPS_ONLY: "The address does not begin with https://, which this installation asks for.",
  ADDRESS_REFUSED: "The host's address is inside of the network, and not among those allowed.",
  UNKNOWN_HOST: "Nobody knows an address of the host.",
  CONNECTION: "The connection was refused or broke.",
  TLS: "The host's certificate or its https is not accepted.",
  TIMEOUT: "No answer came in time.",
  REDIRECT: "The answer was a redirect; none is followed.",
  STATUS: "The answer was an error.",
  BAD_ANSWER: "The answer was not HTTP.",
  PAUSED: "The endpoint was paused for as long as it was to be tried.",
} as const;

export type WebhookFailure = keyof typeof descriptions;

export const WebhookFailureEnum = Object.fromEntries(
  Object.keys(descriptions).map((failure) => [failure, failure]),
) as Readonly<Record<WebhookFailure, WebhookFailure>>;

registerEnumType(WebhookFailureEnum, {
  name: "WebhookFailure",
  description: "Why an attempt failed.",
  valuesConfig: Object.fromEntries(
    Object.entries(descriptions).map(([failure, description]) => [failure, { description }]),
  ),
});
