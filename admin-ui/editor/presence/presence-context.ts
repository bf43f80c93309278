import { createContext, useContext } from "react";
import type { PresentPerson } from "./presence-operations.js";

/** Who else has the draft open, the latest first; one's own other windows among them. */
export const PresenceContext = createContext<readonly PresentPerson[]>([]);

export const usePresence = (): readonly PresentPerson[] => useContext(PresenceContext);
