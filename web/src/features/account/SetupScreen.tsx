import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import { changeFailure } from "@/components/failure";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { useSetUp } from "./queries";
import { Frame, type Step } from "./setup/Frame";
import { Reading } from "./setup/Reading";
import { AccountStep, ChurchStep, type Draft, SongsStep } from "./setup/Steps";
import { AlreadySetUp, LinkNeeded } from "./setup/Stops";
import { useSetupToken } from "./setup/useSetupToken";
import "./account.css";

/** The path from the printed link to the first page with songs. Nothing is stored before the second step is done. */
export default function SetupScreen() {
  const router = useRouter();
  const session = useSession();
  const setUp = useSetUp();
  const [token, setToken] = useSetupToken();
  const [used, setUsed] = useState(false);
  const [step, setStep] = useState<Step>("church");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [draft, setDraft] = useState<Draft>({ church_name: "", name: "", username: "", password: "" });
  useTitle(t("setup.title"));

  function refuse(error: unknown) {
    const problem = asProblem(error);
    setErrors(problem.fields);
    if (problem.fields.church_name) setStep("church");
    else if (problem.status === 404 || problem.status === 410 || problem.fields.token) {
      setUsed(true);
      setToken("");
    }
  }
  const input = { draft, errors, onChange: (change: Partial<Draft>) => setDraft({ ...draft, ...change }) };
  const frame = { church: draft.church_name, step, next: t("setup.next") };

  if (session && !session.setup_needed && (step === "church" || step === "account") && !setUp.isPending)
    return <AlreadySetUp church={session.church.name} />;
  if (!token) return <LinkNeeded used={used} onToken={setToken} />;
  switch (step) {
    case "church":
      return (
        <Frame {...frame} lede={t("setup.church.lede")} onNext={() => setStep("account")}>
          <ChurchStep {...input} />
        </Frame>
      );
    case "account":
      return (
        <Frame
          {...frame}
          lede={t("setup.account.lede")}
          problem={setUp.error && Object.keys(errors).length === 0 ? changeFailure(setUp.error) : undefined}
          busy={setUp.isPending && t("setup.busy")}
          onBack={() => setStep("church")}
          onNext={() => setUp.mutate({ ...draft, token }, { onSuccess: () => setStep("reading"), onError: refuse })}
        >
          <AccountStep {...input} />
        </Frame>
      );
    case "reading":
      return (
        <Frame {...frame} lede={t("setup.reading.lede")} onNext={() => setStep("songs")}>
          <Reading />
        </Frame>
      );
    case "songs":
      return (
        <Frame
          {...frame}
          lede={t("setup.songs.lede")}
          next={t("setup.finish")}
          onBack={() => setStep("reading")}
          onNext={() => router.history.push("/songs")}
        >
          <SongsStep count={session?.counts.songs ?? 0} />
        </Frame>
      );
  }
}
