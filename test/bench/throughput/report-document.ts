const durations = "{ count mean p50 p90 p95 }";
const shares = "{ queue work rework requester childSop held total }";

/** What the page of a report asks for, without people. */
export const readReport = `query Report($input: LaneThroughputInput!) {
  laneThroughput(input: $input) {
    from to bucket asOf minutesPerWorkingDay
    cases {
      started completed cancelled running standard
      leadTimes ${durations} clockLeadTimes ${durations}
      histogram { index from to count }
    }
    lanes {
      lane { id name isRequesters laneKey position { id name } }
      arrived finished withdrawn waiting withStandard onTime rework share
      oldest { since }
      working ${shares} clock ${shares}
      queueTimes ${durations} workTimes ${durations}
      reworkTimes ${durations} waitingTimes ${durations}
    }
    steps {
      stepKey number text standard arrived finished waiting withStandard onTime rework working
      lane { id } times ${durations}
    }
    handOvers { from { id } to { id } count returned }
    bottleneck { lane { id } share since waiting overdue sentence }
    course {
      from to started completed cancelled running leadTimes ${durations}
      lanes { laneId arrived finished withdrawn waiting working }
    }
  }
}`;

export const shortReport = `query Report($input: LaneThroughputInput!) {
  laneThroughput(input: $input) { asOf }
}`;

/** What the benchmark reads of an answer, to hold it against the raw log. */
export interface ReportAnswer {
  readonly errors?: readonly unknown[];
  readonly data?: {
    readonly laneThroughput: {
      readonly lanes: readonly {
        readonly lane: { readonly laneKey: string | null };
        readonly arrived: number;
        readonly finished: number;
        readonly waiting: number;
      }[];
    };
  };
}
