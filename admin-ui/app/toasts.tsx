import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The short messages at the upper end of the window; their cross has a name, as every button has. */
export function Toasts() {
  const { t } = useTranslation();
  const close = t("common.close");
  const theme = useMemo(
    () => ({
      components: {
        Notification: { defaultProps: { closeButtonProps: { "aria-label": close } } },
      },
    }),
    [close],
  );
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications position="top-center" autoClose={4000} containerWidth={420} />
    </MantineThemeProvider>
  );
}
