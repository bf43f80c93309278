import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMutation } from "urql";
import { signOutMutation, setMyLocaleMutation } from "./account-operations.js";
import { ChangePasswordDialog } from "./change-password-dialog.js";
import { ColourSwitch } from "./colour-switch.js";
import { setLanguage, type Language } from "./i18n.js";
import { LanguageSwitch } from "./language-switch.js";
import { useMe, useSession, type Me } from "./session.js";
import { useAction } from "./use-action.js";
import { useFormat } from "./use-format.js";

/** Who I am, my language, my password, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const { restart } = useSession();
  const navigate = useNavigate();
  const [, signOut] = useMutation(signOutMutation);
  const [, setMyLocale] = useAction(setMyLocaleMutation);
  const [changing, { open, close }] = useDisclosure(false);
  const changeLanguage = (locale: Language) => {
    void setLanguage(locale);
    void setMyLocale({ input: { locale } });
  };
  const leave = async () => {
    await signOut({});
    // The next person begins with their own tasks, not on the last one's page.
    await navigate("/tugas");
    restart();
  };
  return (
    <Stack gap={10}>
      <div>
        <div className="rail-person">{me.name}</div>
        <div className="quiet" style={{ fontSize: "0.8rem" }}>
          {me.appointments.length === 0 && me.username}
          {me.appointments.map((appointment) => (
            <OwnPosition key={appointment.id} appointment={appointment} />
          ))}
        </div>
      </div>
      <LanguageSwitch onChange={changeLanguage} />
      <ColourSwitch />
      <Stack gap={2} align="flex-start">
        <Button component={Link} to="/cuti" variant="subtle" size="compact-sm" ml={-8}>
          {t("leave.title")}
        </Button>
        <Button
          component={Link}
          to="/pemberitahuan/pengaturan"
          variant="subtle"
          size="compact-sm"
          ml={-8}
        >
          {t("noticeSettings.title")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={open} ml={-8}>
          {t("account.changePassword")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => void leave()} ml={-8}>
          {t("account.signOut")}
        </Button>
      </Stack>
      <ChangePasswordDialog opened={changing} onClose={close} required={false} />
    </Stack>
  );
}

/** "Kepala Seksi", or for how long one is acting: "Plh. Kepala Bidang s.d. 5 Desember 2026". */
function OwnPosition({ appointment }: { appointment: Me["appointments"][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { capacity, lastDay, position } = appointment;
  if (capacity === "DEFINITIVE") return <div>{position.name}</div>;
  return (
    <div>
      {t(`capacity.${capacity}`)} {position.name}
      {lastDay !== null && ` ${t("positions.until", { date: format.day(lastDay) })}`}
    </div>
  );
}
