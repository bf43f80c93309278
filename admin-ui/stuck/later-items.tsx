import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsStuck } from "../app/shows-types.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import type { StuckWorkInput } from "../generated/graphql.js";
import { stuckWorkQuery } from "./stuck-operations.js";
import { StuckRow } from "./stuck-row.js";

const ofPage = 50;

/**
 * What comes after a cursor of a lane's list, `left` pages of it. Each page begins where the one before
 * it ends now, so that nothing is shown twice when rows come and go.
 */
export function LaterItems(props: {
  readonly input: StuckWorkInput;
  readonly left: number;
  readonly isVacant: boolean;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation();
  const { input, left, isVacant, onMore } = props;
  const [{ data, fetching }, refetch] = useQuery({
    query: stuckWorkQuery,
    variables: { input: { ...input, first: ofPage } },
    context: showsStuck,
  });
  useLiveRefetch(refetch);
  const items = data?.stuckWork.lanes[0]?.items;
  if (items === undefined) {
    return fetching ? <li className="quiet">{t("common.loading")}</li> : null;
  }
  const { hasNextPage, endCursor } = items.pageInfo;
  return (
    <>
      {items.nodes.map((item) => (
        <StuckRow key={item.key} item={item} isVacant={isVacant} />
      ))}
      {hasNextPage && left > 1 && (
        <LaterItems {...props} input={{ ...input, after: endCursor }} left={left - 1} />
      )}
      {hasNextPage && left === 1 && (
        <li className="more-row">
          <Button variant="default" onClick={onMore}>
            {t("common.more")}
          </Button>
        </li>
      )}
    </>
  );
}
