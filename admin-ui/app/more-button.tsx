import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Shows the next page under this one; nothing where there is none. */
export function MoreButton(props: {
  page: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  onMore: (cursor: string) => void;
}) {
  const { t } = useTranslation();
  const { hasNextPage, endCursor } = props.page;
  if (!hasNextPage || endCursor === null || endCursor === undefined) return null;
  return (
    <Button variant="default" mt="md" onClick={() => props.onMore(endCursor)}>
      {t("common.more")}
    </Button>
  );
}
