import { t } from "@/i18n";

/** What a failed request tells about itself. Status 0: no server answered; −1: a mistake of the page. */
export interface Failure {
  status: number;
  message: string;
  request?: string;
  requestId?: string;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Error && "status" in error) return error as unknown as Failure;
  return { status: -1, message: error instanceof Error ? error.message : String(error) };
}

/** One sentence for a change that did not happen. */
export function changeFailure(error: unknown): string {
  const failure = failureOf(error);
  if (failure.status === 0) return t("error.change.offline");
  if (failure.status === 412) return t("error.conflict");
  return t("error.change", { detail: failure.message });
}

export function failureDetails(failure: Failure): string {
  const parts = [failure.request, failure.status > 0 && String(failure.status), failure.message, failure.requestId];
  return [...parts.filter(Boolean), new Date().toISOString()].join("\n");
}
