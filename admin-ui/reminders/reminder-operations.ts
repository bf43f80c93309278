import { graphql } from "../generated/index.js";

export const sopRemindersQuery = graphql(`
  query SopReminders($id: ID!) {
    node(id: $id) {
      __typename
      ...SopRemindersFields
    }
  }

  fragment SopRemindersFields on Sop {
    id
    hasOwnReminders
    remindersInUse {
      ...RemindersFields
    }
    office {
      id
      remindersInUse {
        ...RemindersFields
      }
    }
  }

  fragment RemindersFields on Reminders {
    before {
      value
      unit
    }
    atDeadline
    escalateAfter {
      value
      unit
    }
  }
`);

export const setSopRemindersMutation = graphql(`
  mutation SetSopReminders($input: SetSopRemindersInput!) {
    setSopReminders(input: $input) {
      sop {
        id
        hasOwnReminders
        remindersInUse {
          ...RemindersFields
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

export const setOfficeRemindersMutation = graphql(`
  mutation SetOfficeReminders($input: SetOfficeRemindersInput!) {
    setOfficeReminders(input: $input) {
      office {
        id
        remindersInUse {
          ...RemindersFields
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
