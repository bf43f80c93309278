import { Radio, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { SearchIcon } from "../app/icons.js";
import { ErrorState, Loading } from "../app/states.js";
import { graphOf } from "../editor/versions/version-document.js";
import { FormPreview } from "./form-preview.js";
import { copySourcesQuery, previewVersionQuery } from "./sop-operations.js";

/** Another SOP to begin with, looked up by its title or number; the version in force, if one is. */
export function CopyChoice(props: {
  chosen: string | null;
  onChoose: (versionId: string, title: string) => void;
}) {
  const { t } = useTranslation();
  const { chosen, onChoose } = props;
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), 250);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: copySourcesQuery,
    variables: { search: search === "" ? null : search },
  });
  const sources = (data?.sops.nodes ?? []).flatMap(
    ({ title, number, office, inForce, versions }) => {
      const versionId = inForce?.id ?? versions[0]?.id;
      return versionId === undefined ? [] : [{ versionId, title, number, office: office.name }];
    },
  );
  const name = sources.find(({ versionId }) => versionId === chosen)?.title ?? null;
  return (
    <div className="beginning-choice">
      <Stack gap={10}>
        <TextInput
          aria-label={t("newSop.search")}
          placeholder={t("newSop.search")}
          leftSection={<SearchIcon />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {error !== undefined && <ErrorState error={error} retry={() => refetch()} />}
        {data === undefined && fetching && <Loading />}
        {data !== undefined && sources.length === 0 && (
          <p className="quiet">{t("common.nothingFound")}</p>
        )}
        <Radio.Group
          aria-label={t("newSop.copy")}
          value={chosen}
          onChange={(versionId) => {
            const source = sources.find((one) => one.versionId === versionId);
            onChoose(versionId, source?.title ?? "");
          }}
        >
          <Stack gap={10}>
            {sources.map(({ versionId, title, number, office }) => (
              <Radio
                key={versionId}
                value={versionId}
                label={title}
                description={number === null ? office : `${number} · ${office}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
      <CopyPreview versionId={chosen} name={name} />
    </div>
  );
}

function CopyPreview({ versionId, name }: { versionId: string | null; name: string | null }) {
  const [{ data }] = useQuery({
    query: previewVersionQuery,
    variables: { id: versionId ?? "" },
    pause: versionId === null,
  });
  const version = data?.node?.__typename === "SopVersion" ? data.node : null;
  const graph = useMemo(() => (version === null ? null : graphOf(version)), [version]);
  return <FormPreview name={name} graph={versionId === null ? null : graph} />;
}
