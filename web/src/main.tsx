import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "@/api/queryClient";
import { sessionQuery } from "@/api/session";
import { watchExpiry } from "@/app/expiry";
import { followPrefs } from "@/app/followPrefs";
import { preloadScreens } from "@/app/preload";
import { router } from "@/app/router";
import { keepProgram, reloadWhenOutdated } from "@/app/worker";
import "@/styles/index.css";

followPrefs();
void queryClient.prefetchQuery(sessionQuery);
watchExpiry(router);
reloadWhenOutdated();

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

preloadScreens(router);
keepProgram();
