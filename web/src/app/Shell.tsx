import { Outlet, useNavigate } from "@tanstack/react-router";
import { WifiOff } from "lucide-react";
import { lazy, Suspense, useEffect } from "react";
import { connectLive } from "@/api/live";
import { refreshCopies, useSavedAt } from "@/api/offline";
import { useOnline } from "@/api/online";
import { queryClient } from "@/api/queryClient";
import { sessionQuery, useSession } from "@/api/session";
import { useShortcuts } from "@/components/shortcuts";
import { Banner } from "@/components/ui/Bits";
import { Button } from "@/components/ui/Button";
import { ToastHost, undoLatest } from "@/components/ui/Toast";
import { formatDateTime, t } from "@/i18n";
import { closeOverlay, openPalette, openShortcuts, useOverlay } from "./overlays";
// Not lazy: whoever presses Ctrl K goes on typing at once, and the page underneath must not take those letters as keys.
import Palette from "./Palette";
import { Side } from "./Side";

const ShortcutSheet = lazy(() => import("./ShortcutSheet"));
const LookDialog = lazy(() => import("./LookDialog"));

function Overlays() {
  const { open, text } = useOverlay();
  return (
    <Suspense>
      {open === "palette" && <Palette initial={text} onClose={closeOverlay} />}
      {open === "shortcuts" && <ShortcutSheet onClose={closeOverlay} />}
      {open === "look" && <LookDialog onClose={closeOverlay} />}
    </Suspense>
  );
}

function tryNow() {
  void queryClient.refetchQueries({ ...sessionQuery, type: "all" });
  retryFailed();
}

function retryFailed() {
  void queryClient.refetchQueries({ type: "active", predicate: (q) => q.state.status === "error" });
}

function OfflineBanner() {
  const online = useOnline();
  const savedAt = useSavedAt();
  useEffect(() => {
    if (!online) return;
    retryFailed();
    refreshCopies();
  }, [online]);
  if (online) return null;
  return (
    <Banner
      icon={<WifiOff className="i" aria-hidden />}
      action={
        <Button look="quiet" onClick={tryNow}>
          {t("offline.try")}
        </Button>
      }
    >
      <b>{t("offline.title")}</b>{" "}
      {savedAt === 0 ? (
        t("offline.text")
      ) : (
        <>
          <span className="only-wide">{t("offline.text.saved", { time: formatDateTime(savedAt) })}</span>
          <span className="only-phone">{t("offline.text.short", { time: formatDateTime(savedAt) })}</span>
        </>
      )}
    </Banner>
  );
}

function useShellKeys() {
  const navigate = useNavigate();
  useShortcuts([
    { keys: "mod+k", label: "keys.palette", group: "anywhere", run: () => openPalette(), whileTyping: true },
    {
      keys: "g s",
      label: "keys.goto.songs",
      group: "anywhere",
      run: () => void navigate({ to: "/songs", search: {} }),
    },
    { keys: "g p", label: "keys.goto.people", group: "anywhere", run: () => void navigate({ to: "/people" }) },
    { keys: "?", label: "keys.help", group: "anywhere", run: openShortcuts },
    { keys: "mod+z", label: "action.undo", group: "anywhere", run: undoLatest },
  ]);
}

/** What stands around every screen. */
export function Shell() {
  const userId = useSession()?.user?.id;
  useShellKeys();
  useEffect(() => {
    if (userId) return connectLive();
  }, [userId]);
  return (
    <div className="app">
      <a className="skip" href="#page">
        {t("nav.skip")}
      </a>
      <Side />
      <main className="main" id="page" tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Overlays />
      <ToastHost />
    </div>
  );
}
