import { useEffect } from "react";
import { t } from "@/i18n";

/** Names the page in the browser's tab. */
export function useTitle(page: string | undefined) {
  useEffect(() => {
    document.title = page ? t("app.title", { page }) : t("app.name");
  }, [page]);
}
