import type { PageRequest } from "../../persistence/keyset-page.js";
import type { Connection } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { ThroughputItem } from "./item-types.js";
import type { LaneThroughputInput, ThroughputCasesInput } from "./report-inputs.js";
import type { LaneThroughput } from "./report-types.js";

/** Reports of throughput, each from one snapshot of the database. */
export class ThroughputService {
  report(_scope: RequestScope, _input: LaneThroughputInput): Promise<LaneThroughput> {
    throw new Error("Under way on this branch");
  }

  items(
    _scope: RequestScope,
    _input: ThroughputCasesInput,
    _page: PageRequest,
  ): Promise<Connection<ThroughputItem>> {
    throw new Error("Under way on this branch");
  }
}
