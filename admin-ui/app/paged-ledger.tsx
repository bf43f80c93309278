import { useState, type ReactNode } from "react";
import {
  useQuery,
  type AnyVariables,
  type OperationContext,
  type TypedDocumentNode,
  type UseQueryResponse,
} from "urql";
import { MoreButton } from "./more-button.js";
import { ErrorState, Loading } from "./states.js";

interface Page<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** Where the rows come from; `variables` without `after` ask for the first page. */
export interface LedgerSource<Data, Variables extends AnyVariables, Item> {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly context: Partial<OperationContext>;
  readonly variables: Variables;
  readonly page: (data: Data) => Page<Item>;
}

interface LedgerProps<Data, Variables extends AnyVariables, Item> {
  readonly source: LedgerSource<Data, Variables, Item>;
  readonly renderRow: (item: Item) => ReactNode;
}

/**
 * A list on a sheet that grows page by page. The page that shows it asks for the first page itself,
 * for its heading counts in it. Give it another `key` where the variables change, so that it begins
 * with one page again.
 */
export function PagedLedger<Data, Variables extends AnyVariables, Item>(
  props: LedgerProps<Data, Variables, Item> & {
    readonly first: UseQueryResponse<Data, Variables>;
    readonly empty: ReactNode;
  },
) {
  const { source, renderRow, empty } = props;
  const [{ data, error, fetching }, refetch] = props.first;
  const [after, setAfter] = useState<readonly string[]>([]);
  // Refused as a whole it is null, which its type does not say.
  if (data === undefined || data === null) {
    if (fetching) return <Loading />;
    if (error === undefined) return null;
    return <ErrorState error={error} retry={() => refetch({ requestPolicy: "network-only" })} />;
  }
  const { nodes, pageInfo } = source.page(data);
  return (
    <>
      <div className="sheet">
        {nodes.length === 0 ? (
          empty
        ) : (
          <ul className="ledger">
            {nodes.map(renderRow)}
            {after.map((cursor, index) => (
              <LaterRows
                key={cursor}
                source={source}
                renderRow={renderRow}
                after={cursor}
                isLast={index === after.length - 1}
                onMore={(next) => setAfter([...after, next])}
              />
            ))}
          </ul>
        )}
      </div>
      {after.length === 0 && <MoreButton page={pageInfo} onMore={(next) => setAfter([next])} />}
    </>
  );
}

function LaterRows<Data, Variables extends AnyVariables, Item>(
  props: LedgerProps<Data, Variables, Item> & {
    readonly after: string;
    readonly isLast: boolean;
    readonly onMore: (cursor: string) => void;
  },
) {
  const { query, context, variables, page } = props.source;
  const [{ data }] = useQuery<Data, Variables>({
    query,
    context,
    variables: { ...variables, after: props.after },
  });
  if (data === undefined) return null;
  const { nodes, pageInfo } = page(data);
  return (
    <>
      {nodes.map(props.renderRow)}
      {props.isLast && (
        <li className="more-row">
          <MoreButton page={pageInfo} onMore={props.onMore} />
        </li>
      )}
    </>
  );
}
