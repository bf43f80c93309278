/** Everything that a report tells. */
export const reportQuery = `query ($input: LaneThroughputInput!) { laneThroughput(input: $input) {
  ...R compared { ...R } } }
  fragment D on DurationFigures { count mean p50 p90 p95 }
  fragment T on TimeFigures { queue work rework requester childSop held total }
  fragment R on LaneThroughput {
  from to bucket asOf minutesPerWorkingDay office { id } versions { id version }
  cases { started completed cancelled running standard leadTimes { ...D } clockLeadTimes { ...D }
    histogram { index from to count } }
  lanes { lane { id name isRequesters laneKey position { code } } arrived finished withdrawn waiting
    oldest { since instance { id } } withStandard onTime rework share working { ...T } clock { ...T }
    queueTimes { ...D } workTimes { ...D } reworkTimes { ...D } waitingTimes { ...D } }
  steps { sop { id } stepKey number text lane { id } standard arrived finished waiting withStandard
    onTime rework times { ...D } working }
  handOvers { from { id } to { id } count returned }
  bottleneck { lane { id } share since waiting overdue sentence }
  course { from to started completed cancelled running leadTimes { count p50 }
    lanes { laneId arrived finished withdrawn waiting working } }
  people { person { name username } lane { id } finished withStandard onTime meanWork } }`;

export const itemsQuery = `query ($input: ThroughputCasesInput!, $first: Int, $after: String) {
  throughputCases(input: $input, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { instance { id } step lane { id } openedAt endedAt working isRework isOnTime
      person { username } } } }`;
