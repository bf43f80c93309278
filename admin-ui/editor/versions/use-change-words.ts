import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useFormat } from "../../app/use-format.js";
import { positionsQuery } from "../sop-operations.js";
import type { ChangeWords } from "./change-text.js";

/** The language and names in which changes are told on this screen. */
export function useChangeWords(): ChangeWords {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  return useMemo(() => {
    const names = new Map(data?.positions.map(({ code, name }) => [code, name] as const));
    return { t, number: format.number, positionName: (code) => names.get(code) ?? code };
  }, [t, format, data]);
}
