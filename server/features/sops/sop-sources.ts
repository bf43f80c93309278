import type { NodeSource } from "../../runtime/graphql/node.js";
import { noteById } from "./note-loaders.js";
import { sopById, versionById, versionsBySop } from "./sop-loaders.js";
import { mayReadNotes, mayReadVersion } from "./version-access.js";

/** How `node(id)` finds what this feature owns; what the caller may not see is not there. */
export const sopSources: readonly NodeSource[] = [
  {
    type: "Sop",
    async find(scope, id) {
      const sop = await scope.loaders.get(sopById).load(id);
      if (!sop) return null;
      const versions = await scope.loaders.get(versionsBySop).load(id);
      return versions.some((version) => mayReadVersion(scope, version)) ? sop : null;
    },
  },
  {
    type: "SopVersion",
    async find(scope, id) {
      const version = await scope.loaders.get(versionById).load(id);
      return version && mayReadVersion(scope, version) ? version : null;
    },
  },
  {
    type: "ReviewNote",
    async find(scope, id) {
      const note = await scope.loaders.get(noteById).load(id);
      const version = note && (await scope.loaders.get(versionById).load(note.versionId));
      return version && mayReadNotes(scope, version) ? note : null;
    },
  },
];
