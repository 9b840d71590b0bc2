import { useNavigate } from "@tanstack/react-router";
import { api } from "@/api/client";
import { forgetOffline } from "@/api/offline";
import { queryClient } from "@/api/queryClient";
import { sessionQuery } from "@/api/session";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";

/** Ends the session and forgets what this page had loaded. */
export function useSignOut() {
  const navigate = useNavigate();
  return async () => {
    try {
      await api.delete("/api/session");
      await forgetOffline();
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: "/songs", search: {} });
      // What is on screen is fetched again as a visitor; clearing the cache alone would leave it standing there.
      await queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
    } catch (error) {
      toast({ text: changeFailure(error), danger: true });
    }
  };
}
