import { createRootRoute, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ProblemState } from "@/components/ProblemState";
import { handleKey } from "@/components/shortcuts";

export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  return (
    <ProblemState
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}

function Root() {
  useEffect(() => {
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);
  return <Outlet />;
}

export function Missing() {
  return <ProblemState error={Object.assign(new Error(location.pathname), { status: 404 })} />;
}

export const rootRoute = createRootRoute({ component: Root, errorComponent: PageError, notFoundComponent: Missing });
