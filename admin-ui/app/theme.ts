import {
  Alert,
  Anchor,
  Button,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Portal,
  Select,
  type MantineColorsTuple,
} from "@mantine/core";
import { floatingPlaceId } from "./floating-place.js";

/** Ink blue, the colour of an office stamp pad; the only accent of the interface. */
const ink: MantineColorsTuple = [
  "#eef1f8",
  "#dce2ef",
  "#b7c3de",
  "#8fa2cd",
  "#6d85be",
  "#5873b5",
  "#4d6ab2",
  "#3d5a9c",
  "#22396b",
  "#182a52",
];

/** Greys of the night, with the same blue in them. */
const dark: MantineColorsTuple = [
  "#e6e8ee",
  "#c3c9d4",
  "#a4acbb",
  "#7b8494",
  "#4a5364",
  "#363d4a",
  "#242a34",
  "#1b1f27",
  "#14171d",
  "#0f1217",
];

const sans =
  '"Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';
const serif =
  'Charter, "Bitstream Charter", Cambria, "Iowan Old Style", "Noto Serif", "Liberation Serif", serif';

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  colors: { ink, dark },
  fontFamily: sans,
  headings: { fontFamily: serif, fontWeight: "600" },
  defaultRadius: 3,
  cursorType: "pointer",
  black: "#1c2230",
  components: {
    Alert: Alert.extend({ styles: { message: { fontSize: "0.9375rem" } } }),
    Anchor: Anchor.extend({ defaultProps: { underline: "hover" } }),
    Button: Button.extend({ styles: { label: { fontWeight: 600 } } }),
    // The heading of a dialog is no second banner of the page.
    Drawer: Drawer.extend({ defaultProps: { attributes: { header: { role: "presentation" } } } }),
    // A menu holds its items and nothing else; the first of them has the focus.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        attributes: { header: { role: "presentation" } },
      },
    }),
    // The list itself is what scrolls, so that its keys move it for everybody.
    Select: Select.extend({
      defaultProps: { withScrollArea: false },
      styles: { options: { maxHeight: 250, overflowY: "auto" } },
    }),
    Portal: Portal.extend({ defaultProps: { target: `#${floatingPlaceId}` } }),
  },
});
