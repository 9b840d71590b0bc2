import { useEffect, useState } from "react";
import { keptSongs } from "@/api/offline";
import { useOnline } from "@/api/online";

/** Which songs can be opened without a network; undefined while there is one, or while it is not known. */
export function useKeptSongs(): Set<string> | undefined {
  const online = useOnline();
  const [songs, setSongs] = useState<Set<string>>();
  useEffect(() => {
    let current = true;
    if (online) setSongs(undefined);
    else void keptSongs().then((found) => current && setSongs(found));
    return () => {
      current = false;
    };
  }, [online]);
  return songs;
}
