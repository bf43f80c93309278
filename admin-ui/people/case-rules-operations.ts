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
