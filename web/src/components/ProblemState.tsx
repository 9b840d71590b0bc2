import { type MessageKey, t } from "@/i18n";
import { failureDetails, failureOf } from "./failure";
import { ErrorState } from "./ui/States";
import { toast } from "./ui/Toast";

const byStatus: Record<number, [title: MessageKey, text: MessageKey]> = {
  0: ["offline.missing.title", "offline.missing"],
  [-1]: ["error.title", "error.program"],
  401: ["error.forbidden.title", "error.forbidden"],
  403: ["error.forbidden.title", "error.forbidden"],
  404: ["error.notfound.title", "error.notfound"],
};

async function copy(text: string) {
  await navigator.clipboard?.writeText(text);
  toast({ text: t("error.copied") });
}

/** The whole page for a request or a program that failed. */
export function ProblemState({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const failure = failureOf(error);
  const [titleKey, textKey] = byStatus[failure.status] ?? ["error.title", "error.server"];
  const details = failureDetails(failure);
  const back = failure.status === 404 || failure.status === 403;
  const actions = onRetry && !back ? [{ label: t("action.retry"), run: onRetry, primary: true }] : [];
  return (
    <ErrorState
      title={titleKey === "error.title" && title ? title : t(titleKey)}
      text={t(textKey)}
      details={details}
      detailsLabel={t("error.details")}
      actions={[
        ...actions,
        ...("clipboard" in navigator ? [{ label: t("error.copy"), run: () => void copy(details) }] : []),
      ]}
    />
  );
}
