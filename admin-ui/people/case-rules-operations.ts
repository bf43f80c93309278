import { graphql } from "../generated/index.js";

export const caseRulesQuery = graphql(`
  query CaseRules {
    offices {
      id
      name
      missingRequirements
      remindersInUse {
        ...RemindersFields
      }
      ruleLevels {
        rule
        level
        defaultLevel
      }
    }
  }
`);

export const setMissingRequirementsMutation = graphql(`
  mutation SetMissingRequirements($input: SetMissingRequirementsInput!) {
    setMissingRequirements(input: $input) {
      office {
        id
        missingRequirements
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setOfficeRuleLevelsMutation = graphql(`
  mutation SetOfficeRuleLevels($input: SetOfficeRuleLevelsInput!) {
    setOfficeRuleLevels(input: $input) {
      office {
        id
        ruleLevels {
          rule
          level
          defaultLevel
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
