import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { levelOf } from "../../../domain/index.js";
import { fromGlobalId } from "../../kernel/global-id.js";
import { signedInPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Office, officeById, OfficePayload } from "../people/people-service.js";
import {
  ruleLevelsOfOffice,
  type RuleLevelsService,
  switchableRules,
} from "./rule-levels-service.js";
import { RuleLevelSetting, SetOfficeRuleLevelsInput } from "./rule-levels-types.js";

/** How seriously an office takes the rules of drawing. */
@Resolver(() => Office)
export class RuleLevelsResolver {
  constructor(private readonly levels: RuleLevelsService) {}

  @Mutation(() => OfficePayload, {
    description:
      "Says how seriously an office takes some rules of drawing; what is enacted stays so. RULE_UNKNOWN, RULE_FIXED, RULE_NEEDED and RULE_TWICE name the rule at fault. For the admin.",
  })
  setOfficeRuleLevels(
    @Ctx() scope: RequestScope,
    @Arg("input", () => SetOfficeRuleLevelsInput, { description: "Which office, and how." })
    input: SetOfficeRuleLevelsInput,
  ): Promise<OfficePayload> {
    return signedInPayload(scope.ctx, OfficePayload, async (payload) => {
      const officeId = fromGlobalId(input.officeId, "Office", "input.officeId");
      await this.levels.set(scope.ctx, officeId, input.levels);
      scope.loaders.clear();
      payload.office = await loadOne(scope, officeById, officeId);
    });
  }

  @FieldResolver(() => [RuleLevelSetting], {
    description: "The rules of drawing about which it may choose, and how seriously it takes each.",
  })
  async ruleLevels(
    @Root() office: Office,
    @Ctx() scope: RequestScope,
  ): Promise<RuleLevelSetting[]> {
    const levels = await scope.loaders.get(ruleLevelsOfOffice).load(office.rowId);
    return switchableRules.map((rule) => ({
      rule: rule.name,
      level: levelOf(rule, levels),
      defaultLevel: rule.level,
    }));
  }
}
