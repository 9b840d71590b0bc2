import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Logo } from "@/components/Logo";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { t } from "@/i18n";
import { setupToken } from "../search";

/** Where set-up cannot go on: it was done before. */
export function AlreadySetUp({ church }: { church: string }) {
  return (
    <main className="su-stop">
      <div className="brand">
        <Logo />
        {church}
      </div>
      <h1 className="h-song">{t("setup.already.title")}</h1>
      <p>{t("setup.already.text")}</p>
      <div className="row wrap">
        <Link className="btn pri big" to="/sign-in" search={{}}>
          {t("nav.signin")}
        </Link>
        <Link className="btn big" to="/songs" search={{}}>
          {t("signin.visit")}
        </Link>
      </div>
    </main>
  );
}

/** Without the link nobody can become the administrator; it can be pasted here. */
export function LinkNeeded({ used, onToken }: { used: boolean; onToken: (token: string) => void }) {
  const [link, setLink] = useState("");
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const token = setupToken(link);
    if (token) onToken(token);
    else setWrong(true);
  }
  return (
    <main className="su-stop">
      <h1 className="h-song">{used ? t("setup.used.title") : t("setup.link.title")}</h1>
      <p>{used ? t("setup.used.text") : t("setup.link.text")}</p>
      <form className="form" onSubmit={submit}>
        <Field
          label={t("setup.link")}
          value={link}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={(e) => setLink(e.target.value)}
          error={wrong ? t("setup.link.wrong") : undefined}
        />
        <div className="row">
          <Button type="submit" look="pri" big>
            {t("setup.next")}
          </Button>
        </div>
      </form>
    </main>
  );
}
