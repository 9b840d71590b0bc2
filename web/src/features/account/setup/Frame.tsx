import { Check, ChevronLeft, CircleAlert } from "lucide-react";
import type { FormEvent, ReactNode } from "react";
import { Logo } from "@/components/Logo";
import { Button } from "@/components/ui/Button";
import { t } from "@/i18n";

export const steps = ["church", "account", "reading", "songs"] as const;
export type Step = (typeof steps)[number];

function Steps({ now }: { now: Step }) {
  const at = steps.indexOf(now);
  return (
    <ol className="steps" aria-label={t("setup.steps")}>
      {steps.map((step, i) => (
        <li key={step} className={i < at ? "done" : i === at ? "now" : ""} aria-current={i === at ? "step" : undefined}>
          {i < at ? <Check className="i sm" aria-label={t("setup.done")} /> : <b>{i + 1}</b>}
          <span>{t(`setup.step.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What stands around every step: the church's name, where one is, and the way on. */
export function Frame(props: {
  church: string;
  step: Step;
  lede: string;
  children: ReactNode;
  next: string;
  busy?: string | false;
  /** Why the way on was refused, when no field is to blame. */
  problem?: string;
  onNext: () => void;
  onBack?: () => void;
}) {
  const at = steps.indexOf(props.step) + 1;
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onNext();
  }
  return (
    <main className="su">
      <header>
        <div className="brand">
          <Logo />
          {props.church || t("app.name")}
        </div>
        <Steps now={props.step} />
      </header>
      <form className="su-form" onSubmit={submit}>
        <div className="su-body">
          <h1>{t(`setup.${props.step}.title`)}</h1>
          <p className="lede">{props.lede}</p>
          {props.children}
          {props.problem && (
            <p className="help bad" role="alert">
              <CircleAlert className="i sm" aria-hidden />
              {props.problem}
            </p>
          )}
        </div>
        <footer>
          {props.onBack && (
            <Button look="quiet" big icon={ChevronLeft} onClick={props.onBack}>
              {t("action.back")}
            </Button>
          )}
          <span className="grow" />
          <span className="muted nw only-wide help">{t("setup.at", { step: at, steps: steps.length })}</span>
          <Button type="submit" look="pri" big busy={props.busy}>
            {props.next}
          </Button>
        </footer>
      </form>
    </main>
  );
}
