import { graphql } from "../generated/index.js";

export const unreadCountQuery = graphql(`
  query UnreadCount {
    unreadNotifications {
      count
      hasMore
    }
  }
`);

export const noticesQuery = graphql(`
  query Notices($unreadOnly: Boolean!, $first: Int, $after: String) {
    notifications(unreadOnly: $unreadOnly, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        group
        at
        unread
        isOver
        headline
        subject
        reason
        dueAt
        taskId
        instanceId
        sopId
        positionId
      }
    }
  }
`);

export const markReadMutation = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      unread {
        count
        hasMore
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const markAllReadMutation = graphql(`
  mutation MarkAllNotificationsRead {
    markAllNotificationsRead {
      unread {
        count
        hasMore
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const noticeSettingsQuery = graphql(`
  query NoticeSettings {
    notificationSettings {
      ...NoticeSettingsFields
    }
  }

  fragment NoticeSettingsFields on NotificationSettings {
    mailIsOn
    email
    mailMode
    kinds {
      kind
      group
      inApp
      mail
    }
  }
`);

export const setNoticeSettingsMutation = graphql(`
  mutation SetNoticeSettings($input: SetNotificationSettingsInput!) {
    setNotificationSettings(input: $input) {
      settings {
        ...NoticeSettingsFields
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setEmailMutation = graphql(`
  mutation SetEmail($input: SetEmailInput!) {
    setEmail(input: $input) {
      person {
        id
        email
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
