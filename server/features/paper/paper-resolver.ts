import { FieldResolver, Resolver, Root } from "type-graphql";
import { Sop, SopVersion } from "../sops/sop-service.js";
import { Papers } from "./paper-type.js";

/** Paths on this server, by the global id of what is printed. */
const papersOf = (id: string): Papers => ({
  pdf: `/paper/${id}.pdf`,
  docx: `/paper/${id}.docx`,
  svg: `/paper/${id}.svg`,
  png: `/paper/${id}.png`,
});

@Resolver(() => SopVersion)
export class VersionPaperResolver {
  @FieldResolver(() => Papers, {
    description: "This version on paper; what is not in force says so across its pages.",
  })
  papers(@Root() version: SopVersion): Papers {
    return papersOf(version.id);
  }
}

@Resolver(() => Sop)
export class SopPaperResolver {
  @FieldResolver(() => Papers, {
    description:
      "Every part in force under the SOP's number, under one cover; NOT_FOUND while none is.",
  })
  papers(@Root() sop: Sop): Papers {
    return papersOf(sop.id);
  }
}
