import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { LookChoices } from "@/components/LookChoices";
import { prefs, usePrefs } from "@/components/prefs";
import { Switch } from "@/components/ui/Choices";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { Devices } from "./components/Devices";
import { PasswordForm } from "./components/PasswordForm";
import { You } from "./components/You";
import "./account.css";

function Part({ id, title, text, children }: { id: string; title: string; text?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <div>
        <h2 className="h-sec" id={id}>
          {title}
        </h2>
        {text && <p>{text}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}

function Looks() {
  const { singleKeys } = usePrefs();
  return (
    <>
      <LookChoices />
      <Switch label={t("keys.letters")} checked={singleKeys} onChange={(on) => prefs.set({ singleKeys: on })} />
      <p className="help">{t("keys.letters.help")}</p>
    </>
  );
}

/** My name, password, looks and devices. */
export default function AccountScreen() {
  const user = useSession()?.user;
  useTitle(t("nav.account"));
  return (
    <div className="scroll page">
      <h1 className="h-page">{t("nav.account")}</h1>
      <div className="acc">
        {user && (
          <Part id="acc-you" title={t("account.you")} text={t("account.you.text")}>
            <You user={user} />
          </Part>
        )}
        <Part id="acc-look" title={t("look.title")} text={t("account.look.text")}>
          <Looks />
        </Part>
        <Part id="acc-devices" title={t("devices.title")} text={t("devices.text")}>
          <Devices />
        </Part>
        {user && (
          <Part id="acc-password" title={t("signin.password")} text={t("account.password.text")}>
            <PasswordForm names={[user.name, user.username]} />
          </Part>
        )}
      </div>
    </div>
  );
}
