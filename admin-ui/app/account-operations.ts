import { graphql } from "../generated/index.js";

export const meQuery = graphql(`
  query Me {
    me {
      id
      username
      name
      locale
      roles
      mustChangePassword
      office {
        id
        name
        government
        timeZone
      }
      appointments {
        id
        capacity
        lastDay
        position {
          id
          name
        }
      }
    }
  }
`);

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      person {
        id
        locale
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      done
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      person {
        id
        mustChangePassword
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setMyLocaleMutation = graphql(`
  mutation SetMyLocale($input: SetMyLocaleInput!) {
    setMyLocale(input: $input) {
      person {
        id
        locale
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const deskChangedSubscription = graphql(`
  subscription DeskChanged {
    deskChanged {
      instanceId
      unread {
        count
        hasMore
      }
    }
  }
`);
