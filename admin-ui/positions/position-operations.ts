import type { PositionQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

/** The position that the page is about. */
export type PositionView = Extract<NonNullable<PositionQuery["node"]>, { __typename: "Position" }>;

export const positionBookQuery = graphql(`
  query PositionBook($officeId: ID!) {
    offices {
      id
      name
      timeZone
    }
    positions(officeId: $officeId) {
      id
      name
      isHead
      superior {
        id
        name
      }
      openTaskCount
      canAppointActing
      sopsInForce {
        id
      }
      vacancy {
        from
        until
        isNow
      }
      appointments {
        ...AppointmentFields
      }
    }
  }
`);

export const positionQuery = graphql(`
  query Position($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Position {
        name
        code
        isHead
        retired
        revision
        superior {
          id
          name
        }
        openTaskCount
        canAppoint
        canAppointActing
        office {
          id
          name
          timeZone
        }
        sopsInForce {
          id
          title
        }
        vacancy {
          from
          until
          isNow
        }
        appointments(states: [PAST, CURRENT, UPCOMING]) {
          ...AppointmentFields
        }
      }
    }
  }
`);

export const appointmentFragment = graphql(`
  fragment AppointmentFields on Appointment {
    id
    capacity
    state
    firstDay
    lastDay
    canChange
    person {
      id
      name
    }
    standsInFor {
      id
      name
    }
    leave {
      id
    }
  }
`);

export const vacantCountQuery = graphql(`
  query VacantCount {
    vacantPositions {
      from
      position {
        id
      }
    }
  }
`);

export const colleaguesQuery = graphql(`
  query Colleagues($officeId: ID!, $search: String) {
    people(officeId: $officeId, search: $search, first: 20) {
      nodes {
        id
        name
        disabled
        positions {
          id
          name
        }
      }
    }
  }
`);

export const appointHolderMutation = graphql(`
  mutation AppointHolder($input: AppointHolderInput!) {
    appointHolder(input: $input) {
      appointment {
        id
        position {
          id
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

export const changeAppointmentMutation = graphql(`
  mutation ChangeAppointment($input: ChangeAppointmentInput!) {
    changeAppointment(input: $input) {
      appointment {
        id
        position {
          id
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

export const endAppointmentMutation = graphql(`
  mutation EndAppointment($input: EndAppointmentInput!) {
    endAppointment(input: $input) {
      appointment {
        id
        position {
          id
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

export const createPositionMutation = graphql(`
  mutation CreatePosition($input: CreatePositionInput!) {
    createPosition(input: $input) {
      position {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const updatePositionMutation = graphql(`
  mutation UpdatePosition($input: UpdatePositionInput!) {
    updatePosition(input: $input) {
      position {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const setPositionRetiredMutation = graphql(`
  mutation SetPositionRetired($input: SetPositionRetiredInput!) {
    setPositionRetired(input: $input) {
      position {
        id
        retired
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const superiorsQuery = graphql(`
  query Superiors {
    positions {
      id
      name
      office {
        id
        name
      }
    }
  }
`);
