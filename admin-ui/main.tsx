import "@fontsource/arimo/400.css";
import "@fontsource/arimo/700.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/form-faces.css";
import "./app/colours.css";
import "./app/base.css";
import "./app/toasts.css";
import "./app/touch.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { FloatingPlace } from "./app/floating-place.js";
import { startI18n } from "./app/i18n.js";
import { router } from "./app/router.js";
import { SessionProvider } from "./app/session.js";
import { theme } from "./app/theme.js";
import { Toasts } from "./app/toasts.js";

await startI18n();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
      <Toasts />
      <FloatingPlace />
    </MantineProvider>
  </StrictMode>,
);
