import { useEffect, useState } from "react";
import { setupToken } from "../search";

/** The token of the link that opened this page. It is taken out of the address, so that it stays out of the history. */
export function useSetupToken() {
  const [token, setToken] = useState(() => setupToken(location.href));
  useEffect(() => {
    if (location.hash || location.search) history.replaceState(history.state, "", location.pathname);
  }, []);
  return [token, setToken] as const;
}
