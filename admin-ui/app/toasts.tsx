import { MantineThemeProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

/** What was done, or could not be, said for a moment over whatever is on the screen. */
export function Toasts() {
  const { t } = useTranslation();
  const closeButtonProps = { "aria-label": t("common.close") };
  return (
    <MantineThemeProvider
      inherit
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
    >
      <Notifications position="top-center" autoClose={4000} containerWidth={420} />
    </MantineThemeProvider>
  );
}
