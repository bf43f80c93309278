import { Field, Int, ObjectType } from "type-graphql";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { connectorProblems, lostCallProblems } from "./connector-problems.js";
import { Problem } from "./problem-type.js";
import { formOf } from "./sop-loaders.js";
import type { SopVersion } from "./sop-types.js";

@ObjectType("ConnectorCheck", {
  simpleResolvers: true,
  description: "Whether other SOPs let the connectors of a version run.",
})
export class ConnectorCheck {
  @Field(() => Int, {
    description:
      "Revision of the drawing that was looked at; somebody may have saved a newer one since the version was read.",
  })
  revision!: number;

  @Field(() => [Problem], {
    description:
      "What keeps its connectors from running: errors of the rules `connector-known`, `connector-cycle` and `connector-chain`. Other SOPs bring them about and take them away. Of a version in force or to come only `connector-known`: that an SOP which it runs was retired since.",
  })
  problems!: readonly Problem[];
}

/** Whether cases run on the version now or will, so that nobody may draw its connectors otherwise. */
const stands = ({ status }: SopVersion): boolean => status === "IN_FORCE" || status === "SCHEDULED";

/** Read for all versions of a request together; of what no case can be started on nothing is found. */
export const connectorCheckOfVersion: LoaderDefinition<SopVersion, ConnectorCheck> = {
  name: "connectorCheckOfVersion",
  async load(scope, versions) {
    const { ctx, reader } = scope;
    const forms = await Promise.all(versions.map(({ rowId }) => formOf(scope, rowId)));
    const drawingsOf = (isMeant: (version: SopVersion) => boolean) =>
      versions.flatMap((version, at) => {
        const { graph } = forms[at]!.document;
        return isMeant(version) ? [{ at, sopId: version.sopId, graph }] : [];
      });
    const [open, standing] = [drawingsOf(({ isOpen }) => isOpen), drawingsOf(stands)];
    const [ofOpen, ofStanding] = await Promise.all([
      connectorProblems(ctx, reader, open),
      lostCallProblems(ctx, reader, standing),
    ]);
    const problems = new Map([
      ...open.map(({ at }, index) => [at, ofOpen[index] ?? []] as const),
      ...standing.map(({ at }, index) => [at, ofStanding[index] ?? []] as const),
    ]);
    return forms.map(({ revision }, at) => ({ revision, problems: problems.get(at) ?? [] }));
  },
};
