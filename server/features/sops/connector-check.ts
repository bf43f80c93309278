import { Field, Int, ObjectType } from "type-graphql";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { connectorProblems } from "./connector-problems.js";
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
      "What keeps its connectors from running: errors of the rules `connector-known`, `connector-cycle` and `connector-chain`. Other SOPs bring them about and take them away.",
  })
  problems!: readonly Problem[];
}

/** Read for all versions of a request together; of what is enacted already nothing is found. */
export const connectorCheckOfVersion: LoaderDefinition<SopVersion, ConnectorCheck> = {
  name: "connectorCheckOfVersion",
  async load(scope, versions) {
    const forms = await Promise.all(versions.map(({ rowId }) => formOf(scope, rowId)));
    const drawn = versions.flatMap(({ isOpen, sopId }, at) =>
      isOpen ? [{ at, sopId, graph: forms[at]!.document.graph }] : [],
    );
    const found = await connectorProblems(scope.ctx, scope.reader, drawn);
    const problems = new Map(drawn.map(({ at }, index) => [at, found[index] ?? []]));
    return forms.map(({ revision }, at) => ({ revision, problems: problems.get(at) ?? [] }));
  },
};
