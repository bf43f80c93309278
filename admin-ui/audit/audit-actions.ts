import texts from "../texts/id.json";

/** The actions that can be asked for: those that have words; a spec holds them against the server's. */
export const auditActions: readonly string[] = Object.keys(texts.audit.actions);
