import { useNavigate } from "@tanstack/react-router";
import { api } from "@/api/client";
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
      queryClient.clear();
      await queryClient.prefetchQuery(sessionQuery);
      await navigate({ to: "/songs", search: {} });
    } catch (error) {
      toast({ text: changeFailure(error), danger: true });
    }
  };
}
