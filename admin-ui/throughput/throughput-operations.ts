import type { LaneThroughputQuery, ThroughputCasesQuery } from "../generated/graphql.js";
import { graphql } from "../generated/index.js";

export type Report = LaneThroughputQuery["laneThroughput"];
export type ReportLane = Report["lanes"][number];
export type ReportStep = Report["steps"][number];
export type CourseStep = Report["course"][number];
export type Compared = NonNullable<Report["compared"]>;
export type LaneName = ReportLane["lane"];
export type Durations = ReportLane["workTimes"];
export type Item = ThroughputCasesQuery["throughputCases"]["nodes"][number];

export const laneThroughputQuery = graphql(`
  query LaneThroughput($input: LaneThroughputInput!) {
    laneThroughput(input: $input) {
      office {
        id
        name
        timeZone
      }
      versions {
        id
        version
        status
      }
      from
      to
      bucket
      asOf
      minutesPerWorkingDay
      cases {
        ...CaseFigureParts
        standard
        histogram {
          index
          from
          to
          count
        }
      }
      lanes {
        ...LaneFigureParts
        withdrawn
        oldest {
          since
          instance {
            id
            title
          }
        }
        working {
          queue
          work
          rework
          requester
          childSop
          held
          total
        }
        queueTimes {
          ...DurationParts
        }
        workTimes {
          ...DurationParts
        }
        reworkTimes {
          ...DurationParts
        }
        waitingTimes {
          ...DurationParts
        }
      }
      steps {
        sop {
          id
          title
        }
        stepKey
        number
        text
        lane {
          ...LaneName
        }
        standard
        arrived
        finished
        waiting
        withStandard
        onTime
        rework
        working
        times {
          ...DurationParts
        }
      }
      handOvers {
        from {
          ...LaneName
        }
        to {
          ...LaneName
        }
        count
        returned
      }
      bottleneck {
        lane {
          ...LaneName
          position {
            id
          }
        }
        share
        since
        waiting
        overdue
        sentence
      }
      course {
        from
        to
        started
        completed
        cancelled
        running
        leadTimes {
          ...DurationParts
        }
        lanes {
          laneId
          arrived
          finished
          waiting
          working
        }
      }
      people {
        person {
          id
          name
        }
        lane {
          ...LaneName
        }
        finished
        withStandard
        onTime
        meanWork
      }
      compared {
        from
        to
        versions {
          id
          version
        }
        cases {
          ...CaseFigureParts
        }
        lanes {
          ...LaneFigureParts
        }
      }
    }
  }

  fragment CaseFigureParts on CaseFigures {
    started
    completed
    cancelled
    running
    leadTimes {
      ...DurationParts
    }
  }

  fragment LaneFigureParts on LaneFigures {
    lane {
      ...LaneName
    }
    arrived
    finished
    waiting
    withStandard
    onTime
    rework
    share
  }

  fragment LaneName on ThroughputLane {
    id
    name
    isRequesters
    laneKey
  }

  fragment DurationParts on DurationFigures {
    count
    p50
    p90
    p95
  }
`);

export const throughputCasesQuery = graphql(`
  query ThroughputCases($input: ThroughputCasesInput!, $first: Int, $after: String) {
    throughputCases(input: $input, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        step
        openedAt
        endedAt
        working
        isRework
        isOnTime
        lane {
          ...LaneName
        }
        person {
          id
          name
        }
        instance {
          id
          title
          requesterName
          status
          sop {
            id
            title
          }
        }
      }
    }
  }
`);

export const throughputChangedSubscription = graphql(`
  subscription ThroughputChanged($officeId: ID!) {
    throughputChanged(officeId: $officeId) {
      instanceId
    }
  }
`);

/** What a report can be asked of: the SOPs of an office, and the versions of each. */
export const reportChoicesQuery = graphql(`
  query ReportChoices($officeId: ID!, $after: String) {
    sops(filter: { officeId: $officeId }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        part
        status
        versions {
          id
          version
          status
          inForceFrom
        }
      }
    }
  }
`);

export const reportOfficesQuery = graphql(`
  query ReportOffices {
    offices {
      id
      name
      timeZone
    }
  }
`);

/** Whether there is a case at all, to say why a report is empty. */
export const everStartedQuery = graphql(`
  query EverStarted($input: LaneThroughputInput!) {
    laneThroughput(input: $input) {
      cases {
        started
      }
    }
  }
`);

export const reportFormQuery = graphql(`
  query ReportForm($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on SopVersion {
        ...VersionGraph
      }
    }
  }
`);
