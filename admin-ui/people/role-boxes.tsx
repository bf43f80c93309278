import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../generated/graphql.js";
import { isRole, roles } from "./roles.js";

/** Which roles somebody has, each with what it lets them do. */
export function RoleBoxes(props: {
  value: readonly Role[];
  error: string | null;
  onChange: (roles: Role[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t("people.roles")}
      description={t("people.rolesHint")}
      value={[...props.value]}
      error={props.error}
      onChange={(chosen) => props.onChange(chosen.filter(isRole))}
    >
      <Stack gap={8} mt={8}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`role.${role}`)}
            description={t(`roleHint.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
