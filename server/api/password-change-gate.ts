import {
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Actor } from "../kernel/actor.js";
import { ApiError } from "./errors/api-error.js";
import { fragmentMap } from "./limits/fragment-map.js";

/** What a session may do while its password is a temporary one; a receipt needs no session at all. */
const allowed = new Set([
  "me",
  "changePassword",
  "setMyLocale",
  "signOut",
  "followCase",
  "__typename",
]);

/**
 * Throws PASSWORD_CHANGE_REQUIRED for an operation of somebody with a temporary password that asks
 * for more than what leads to a new one. It stands before the execution, so that no resolver need
 * think of it. The document is a valid one.
 */
export function admitPasswordChange(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  actor: Actor,
): void {
  if (actor.type !== "PERSON" || !actor.mustChangePassword) return;
  const names = rootFields(operation.selectionSet, fragmentMap(document));
  if (names.every((name) => allowed.has(name))) return;
  throw new ApiError("PASSWORD_CHANGE_REQUIRED");
}

/** The same for what is no GraphQL: files, for one. */
export function refuseTemporaryPassword(actor: Actor): void {
  if (actor.type === "PERSON" && actor.mustChangePassword) {
    throw new ApiError("PASSWORD_CHANGE_REQUIRED");
  }
}

function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReturnType<typeof fragmentMap>,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return rootFields(selection.selectionSet, fragments);
    }
    const fragment = fragments.get(selection.name.value);
    return fragment ? rootFields(fragment.selectionSet, fragments) : [];
  });
}
