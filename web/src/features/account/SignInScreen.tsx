import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { ShieldAlert } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useSession } from "@/api/session";
import { failureOf } from "@/components/failure";
import { focusInvalid } from "@/components/focusInvalid";
import { Logo } from "@/components/Logo";
import { PasswordField } from "@/components/PasswordField";
import { Banner } from "@/components/ui/Bits";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { useSignIn } from "./queries";
import { Verse } from "./Sample";
import "./account.css";

const route = getRouteApi("/sign-in");

/** What to say under the password; the same words whether the name or the password was wrong. */
function refusal(error: unknown): string | undefined {
  if (!error) return undefined;
  const { status, message } = failureOf(error);
  if (status === 401) return t("signin.wrong");
  if (status === 429) return t("signin.wait");
  return status === 0 ? t("signin.offline") : message;
}

function SignInForm({ onDone }: { onDone: () => void }) {
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate({ username, password }, { onSuccess: onDone, onError: () => focusInvalid(form.current) });
  }
  return (
    <form ref={form} className="form" onSubmit={submit}>
      <Field
        label={t("signin.username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={username}
        onChange={(e) => setUsername(e.target.value)}
      />
      <PasswordField
        label={t("signin.password")}
        required
        value={password}
        onChange={(e) => setPassword(e.target.value)}
        error={refusal(signIn.error)}
      />
      <Button type="submit" look="pri" big busy={signIn.isPending && t("signin.busy")}>
        {t("nav.signin")}
      </Button>
    </form>
  );
}

export default function SignInScreen() {
  const { return: target } = route.useSearch();
  const router = useRouter();
  const session = useSession();
  useTitle(t("nav.signin"));
  return (
    <div className="in">
      <Verse />
      <main className="in-form">
        <div className="brand">
          <Logo />
          {session?.church.name ?? t("app.name")}
        </div>
        <h1>{t("nav.signin")}</h1>
        {target && <p className="in-why">{t("signin.why")}</p>}
        {session?.insecure && (
          <Banner icon={<ShieldAlert className="i" aria-hidden />}>
            <b>{t("insecure.title")}</b> {t("insecure.text")}
          </Banner>
        )}
        <SignInForm onDone={() => router.history.push(target ?? "/songs")} />
        <Link className="link in-alt" to="/songs" search={{}}>
          {t("signin.visit")}
        </Link>
        <p className="fine">{session?.setup_needed ? t("signin.setup") : t("signin.new")}</p>
      </main>
    </div>
  );
}
